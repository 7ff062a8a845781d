import { expect, test } from 'vitest';
import { checkedPolicy, isPublic } from '../../../../../src/aws/sandbox/services/s3/bucket-policy.ts';

const BUCKET = 'arn:aws:s3:::box';
const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${BUCKET}/*` };
const check = (changes: object) =>
  checkedPolicy(JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, ...changes }] }), BUCKET);

// Texts that users of S3 quote.
test.each<[() => unknown, string]>([
  [() => checkedPolicy('x', BUCKET), "Policies must be valid JSON and the first byte must be '{'"],
  [() => checkedPolicy('{', BUCKET), 'This policy contains invalid Json'],
  [() => checkedPolicy('{}', BUCKET), 'Missing required field Statement'],
  [
    () => checkedPolicy('{"Version":"2020","Statement":[{}]}', BUCKET),
    'The policy must contain a valid version string',
  ],
  [() => check({ Effect: 'Maybe' }), 'Invalid effect: Maybe'],
  [() => check({ Principal: undefined }), 'Missing required field Principal'],
  [() => check({ Principal: { AWS: 'bob' } }), 'Invalid principal in policy'],
  [() => check({ Action: 'ec2:RunInstances' }), 'Policy has invalid action'],
  [() => check({ Resource: 'arn:aws:s3:::other/*' }), 'Policy has invalid resource'],
])('%s is refused', (run, message) => {
  expect(run).toThrow(expect.objectContaining({ code: 'MalformedPolicy', message }));
});

// S3 User Guide, "The meaning of public".
test.each<[object, boolean]>([
  [{}, true],
  [{ Effect: 'Deny' }, false],
  [{ Principal: { AWS: '123456789012' } }, false],
  [{ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }, false],
  [{ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }, true],
  [{ Condition: { StringLike: { 'aws:PrincipalArn': '*' } } }, true],
  [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, true],
])('with %j a policy is public: %s', (changes, open) => {
  expect(isPublic(check(changes))).toBe(open);
});
