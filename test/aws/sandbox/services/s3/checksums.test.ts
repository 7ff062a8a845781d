import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  compositeChecksum,
  etagOf,
  fullChecksum,
  isChecksum,
  multipartEtag,
} from '../../../../../src/aws/sandbox/services/s3/checksums.ts';

// The check values of the algorithms' own specifications, for the text "123456789".
const data = new TextEncoder().encode('123456789');
test.each([
  ['CRC32', 'y/Q5Jg=='],
  ['CRC32C', '4waSgw=='],
  ['CRC64NVME', 'rosUhgp5mIg='],
  ['SHA1', createHash('sha1').update(data).digest('base64')],
  ['SHA256', createHash('sha256').update(data).digest('base64')],
])('%s', async (algorithm, value) => {
  expect(await fullChecksum(algorithm, data)).toEqual({ algorithm, value, type: 'FULL_OBJECT' });
  expect(isChecksum(algorithm, value)).toBe(true);
  expect(isChecksum(algorithm, 'AA==')).toBe(false);
});

const md5 = (...parts: Uint8Array[]) => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

test('the ETag of parts is the MD5 of their MD5s, with how many they are', async () => {
  const etag = await etagOf(data);
  expect(etag).toBe(`"${md5(data).toString('hex')}"`);
  expect(await multipartEtag([etag, etag])).toBe(`"${md5(md5(data), md5(data)).toString('hex')}-2"`);
});

test('a composite checksum is that of the checksums', async () => {
  const { value } = await fullChecksum('SHA256', data);
  const twice = createHash('sha256')
    .update(Buffer.from(value, 'base64'))
    .update(Buffer.from(value, 'base64'));
  expect(await compositeChecksum('SHA256', [value, value])).toEqual({
    algorithm: 'SHA256',
    value: `${twice.digest('base64')}-2`,
    type: 'COMPOSITE',
  });
});
