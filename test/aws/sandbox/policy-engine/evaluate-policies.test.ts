import { describe, expect, test } from 'vitest';
import { evaluatePolicies } from '../../../../src/aws/sandbox/policy-engine/evaluate-policies.ts';

const allow = (rest: object) => ({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...rest }] });
const deny = (rest: object) => ({ Statement: [{ Effect: 'Deny', Action: '*', Resource: '*', ...rest }] });
const request = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::example-bucket/a/b',
  conditions: new Map(),
};

describe('evaluate', () => {
  test.each<[string, object[], string]>([
    ['nothing allows', [], 'implicitly-denied'],
    ['all is allowed', [allow({})], 'allowed'],
    [
      'one statement without a list',
      [{ Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }],
      'allowed',
    ],
    ['a denial wins over an allowance', [allow({}), deny({ Action: 's3:Get*' })], 'explicitly-denied'],
    ['a denial of something else does not', [allow({}), deny({ Action: 's3:Put*' })], 'allowed'],
    ['actions compare without case', [allow({ Action: 'S3:getobject' })], 'allowed'],
    [
      'resources compare with case',
      [allow({ Resource: 'arn:aws:s3:::Example-bucket/*' })],
      'implicitly-denied',
    ],
    ['another resource', [allow({ Resource: 'arn:aws:s3:::other/*' })], 'implicitly-denied'],
    ['one of several resources', [allow({ Resource: ['arn:aws:s3:::x', 'arn:aws:s3:::*/a/?'] })], 'allowed'],
    ['NotAction', [allow({ Action: undefined, NotAction: 'iam:*' })], 'allowed'],
    ['NotAction of this', [allow({ Action: undefined, NotAction: ['iam:*', 's3:*'] })], 'implicitly-denied'],
    ['NotResource', [deny({ Resource: undefined, NotResource: 'arn:aws:s3:::logs/*' })], 'explicitly-denied'],
    ['NotResource of this', [allow({ Resource: undefined, NotResource: '*/b' })], 'implicitly-denied'],
  ])('%s', (_name, documents, decision) => {
    expect(evaluatePolicies(documents, request)).toBe(decision);
  });
});
