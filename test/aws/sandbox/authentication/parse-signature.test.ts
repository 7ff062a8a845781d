import { expect, test } from 'vitest';
import { parseSignature, serviceOf } from '../../../../src/aws/sandbox/authentication/parse-signature.ts';
import type { Message } from '../../../../src/aws/sandbox/protocols/index.ts';

function read(headers: Record<string, string>, query = '') {
  const url = new URL(`https://s3.amazonaws.com/bucket/key${query}`);
  const message = {
    method: 'GET',
    url,
    path: url.pathname,
    host: url.host,
    headers: new Headers(headers),
    body: '',
  };
  return parseSignature(message as unknown as Message);
}

const DATE = 'Mon, 05 Jan 2026 12:00:00 GMT';
const SCOPE = 'AKIA/20260105/eu-west-1/iam/aws4_request';

test('a request without any of it is not signed', () => {
  expect(read({})).toEqual({ kind: 'none' });
  expect(serviceOf(read({}))).toBeUndefined();
});

test('the header of Version 2 has a key and a signature', () => {
  const signature = read({ authorization: 'AWS AKIA:c2ln', date: DATE });
  expect(signature).toMatchObject({
    ...{ kind: 'version-2', form: 'header', accessKeyId: 'AKIA', signature: 'c2ln', signedDate: DATE },
  });
  expect(serviceOf(signature)).toBe('s3');
});

test('a date of Amazon stands before the other, and is signed among the headers', () => {
  const signature = read({ authorization: 'AWS AKIA:c2ln', 'x-amz-date': DATE, date: 'x' });
  expect(signature).toMatchObject({ signedDate: '', time: new Date('2026-01-05T12:00:00Z') });
});

test('the query of Version 2 says until when it is good', () => {
  expect(read({}, '?AWSAccessKeyId=AKIA&Signature=c2ln&Expires=1767614400')).toMatchObject({
    ...{ kind: 'version-2', form: 'query', accessKeyId: 'AKIA', time: new Date('2026-01-05T12:00:00Z') },
  });
});

test.each([
  ['both forms at once', { authorization: 'AWS AKIA:c2ln' }, '?X-Amz-Algorithm=x', 'two-forms'],
  ['no signature', { authorization: 'AWS AKIA', date: DATE }, '', 'algorithm'],
  ['no date', { authorization: 'AWS AKIA:c2ln' }, '', 'date'],
  ['no end', {}, '?AWSAccessKeyId=AKIA&Signature=c2ln', 'missing'],
  ['an end that is a date', {}, '?AWSAccessKeyId=AKIA&Signature=c2ln&Expires=tomorrow', 'epoch'],
])('%s is malformed, and told as S3 does', (_, headers, query, kind) => {
  expect(read(headers as Record<string, string>, query)).toMatchObject({
    kind: 'malformed',
    fault: { kind },
    service: 's3',
  });
});

test('a wrong signature of Version 4 is told as the service that it names does', () => {
  const signature = read({ authorization: `AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host` });
  expect(signature.kind).toBe('malformed');
  expect(serviceOf(signature)).toBe('iam');
});
