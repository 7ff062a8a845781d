import { createHash } from 'node:crypto';
import { toHex } from '@smithy/core/serde';
import { expect, test } from 'vitest';
import { digestOf } from '../../../../../../src/aws/sandbox/services/kms/cryptography/digests.ts';

test.each([
  ['RSASSA_PSS_SHA_256', 'sha256'],
  ['RSASSA_PKCS1_V1_5_SHA_512', 'sha512'],
  ['ECDSA_SHA_384', 'sha384'],
  ['HMAC_SHA_224', 'sha224'],
  ['RSAES_OAEP_SHA_1', 'sha1'],
])('%s hashes as OpenSSL does with %s', (algorithm, name) => {
  const data = new TextEncoder().encode('a message');
  expect(toHex(digestOf(algorithm)(data))).toBe(createHash(name).update(data).digest('hex'));
});

test.each(['SYMMETRIC_DEFAULT', 'ECDSA_SHA_3', ''])('%s names no hash function', (algorithm) => {
  expect(() => digestOf(algorithm)).toThrow('names no hash function');
});
