import { expect, test } from 'vitest';
import { coursePolicy, generalized } from '../../tools/policies/course-policy.ts';

const ACCOUNT = 'ap-northeast-1:123456789012';

test.each([
  [`arn:aws:ec2:${ACCOUNT}:instance/i-0b1c2d3e4f5a6b7c8`, `arn:aws:ec2:${ACCOUNT}:instance/*`],
  [`arn:aws:ec2:${ACCOUNT}:security-group/sg-0b1c2d3e`, `arn:aws:ec2:${ACCOUNT}:security-group/*`],
  [`arn:aws:kms:${ACCOUNT}:key/1b2c3d4e-0a1b-4c2d-8e3f-0123456789ab`, `arn:aws:kms:${ACCOUNT}:key/*`],
  [`arn:aws:secretsmanager:${ACCOUNT}:secret:db-AbC1dE`, `arn:aws:secretsmanager:${ACCOUNT}:secret:db-*`],
  [`arn:aws:sqs:${ACCOUNT}:`, `arn:aws:sqs:${ACCOUNT}:*`],
  [`arn:aws:logs:${ACCOUNT}:log-group::log-stream:`, `arn:aws:logs:${ACCOUNT}:log-group:*`],
  ['arn:aws:s3:::handson-bucket/a.txt', 'arn:aws:s3:::handson-bucket/a.txt'],
  ['arn:aws:iam::123456789012:role/handson-role', 'arn:aws:iam::123456789012:role/handson-role'],
  ['*', '*'],
])('%s -> %s', (resource, expected) => expect(generalized(resource)).toBe(expected));

test('actions on the same resources share a statement, whatever pages they are of', () => {
  const of = (Action: string[], Resource: string[]) => ({ Effect: 'Allow' as const, Action, Resource });
  const { Statement } = coursePolicy([
    of(['s3:PutObject'], ['b']),
    of(['s3:GetObject', 's3:ListBucket'], ['a']),
    of(['s3:GetObject'], ['b']),
    of(['s3:PutObject'], ['a']),
  ]);
  expect(Statement).toEqual([of(['s3:GetObject', 's3:PutObject'], ['a', 'b']), of(['s3:ListBucket'], ['a'])]);
});
