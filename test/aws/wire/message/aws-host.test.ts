import { expect, test } from 'vitest';
import { isAwsHost } from '../../../../src/aws/wire/message/index.ts';

test.each([
  ['iam.amazonaws.com', true],
  ['bucket.s3.eu-west-1.amazonaws.com', true],
  ['my_bucket.s3.amazonaws.com', true],
  ['lambda.eu-west-1.api.aws', true],
  ['amazonaws.com.example.com', false],
  ['evilamazonaws.com', false],
  ['example.com', false],
  ['a..amazonaws.com', false],
  [`${'a'.repeat(64)}.amazonaws.com`, false],
])('%s is a host of AWS: %s', (host, is) => {
  expect(isAwsHost(host)).toBe(is);
});
