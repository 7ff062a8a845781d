import { expect, test } from 'vitest';
import { checkPayload, payloadHash, statedHash } from '../../../../src/aws/sandbox/authentication/payload.ts';
import { sha256Hex } from '../../../../src/aws/wire/sigv4/index.ts';

type Message = Parameters<typeof checkPayload>[0];
const message = (stated?: string) =>
  ({
    body: 'abc',
    headers: new Headers(stated === undefined ? {} : { 'x-amz-content-sha256': stated }),
  }) as unknown as Message;
const s3 = { id: 's3' } as Parameters<typeof checkPayload>[2];
const iam = { id: 'iam' } as typeof s3;
const hash = sha256Hex('abc');
const signed = (form: 'header' | 'query') => ({ form }) as Parameters<typeof payloadHash>[1];

test('outside of S3 a signature covers the body itself, whatever is stated', () => {
  expect(payloadHash(message('x'), signed('header'), iam)).toBe(hash);
});

test('on S3 it covers what is stated; a presigned URL need not say it', () => {
  expect(payloadHash(message('x'), signed('header'), s3)).toBe('x');
  expect(payloadHash(message(), signed('query'), s3)).toBe('UNSIGNED-PAYLOAD');
  expect(() => payloadHash(message(), signed('header'), s3)).toThrow('x-amz-content-sha256');
  expect(statedHash(message())).toBe('UNSIGNED-PAYLOAD');
});

test.each([hash, 'UNSIGNED-PAYLOAD', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'])('%s holds', (stated) => {
  expect(() => checkPayload(message(), stated, s3)).not.toThrow();
});

test.each([
  ['another hash', sha256Hex('other'), 'XAmzContentSHA256Mismatch'],
  ['no hash', 'toString', 'InvalidArgument'],
  ['capital digits', hash.toUpperCase(), 'InvalidArgument'],
])('%s does not', (_, stated, code) => {
  expect(() => checkPayload(message(), stated, s3)).toThrow(expect.objectContaining({ code }));
});
