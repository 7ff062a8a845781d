import { type ChecksumAlgorithm, DeleteObjectsCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import type { HttpRequest } from '@smithy/protocol-http';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BODY, crc32 } from './crc32.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

describe('a body is held against what is said of it', () => {
  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] satisfies ChecksumAlgorithm[])(
    '%s',
    async (algorithm) => {
      const { client, put } = openS3();
      const made = await put('k', BODY, { ChecksumAlgorithm: algorithm });
      const name = `Checksum${algorithm}` as 'ChecksumCRC32';
      expect(made[name]).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
      const got = await client.send(
        new GetObjectCommand({ Bucket: BUCKET, Key: 'k', ChecksumMode: 'ENABLED' }),
      );
      // The SDK checks it once more as it reads.
      expect(await got.Body?.transformToByteArray()).toEqual(BODY);
      const other = Buffer.from(made[name] ?? '', 'base64').map((byte) => byte ^ 1);
      const wrong = { ChecksumAlgorithm: algorithm, [name]: Buffer.from(other).toString('base64') };
      expect(await refusal(put('k', BODY, wrong))).toEqual({
        code: 'BadDigest',
        message: `The ${algorithm} you specified did not match the calculated checksum.`,
        status: 400,
      });
      expect(await refusal(put('k', BODY, { ChecksumAlgorithm: algorithm, [name]: 'AAA=' }))).toEqual({
        code: 'InvalidRequest',
        message: `Value for x-amz-checksum-${algorithm.toLowerCase()} header is invalid.`,
        status: 400,
      });
    },
  );

  test('Content-MD5', async () => {
    const { put } = openS3();
    await put('k', 'hello', { ContentMD5: 'XUFAKrxLKna5cZ2REBfFkg==' });
    expect(await refusal(put('k', 'hallo', { ContentMD5: 'XUFAKrxLKna5cZ2REBfFkg==' }))).toEqual({
      code: 'BadDigest',
      message: 'The Content-MD5 you specified did not match what we received.',
      status: 400,
    });
    expect(await refusal(put('k', 'hello', { ContentMD5: 'nonsense' }))).toEqual({
      code: 'InvalidDigest',
      message: 'The Content-MD5 you specified was invalid.',
      status: 400,
    });
  });

  test('only one checksum, and of the announced kind', async () => {
    const { put } = openS3();
    const sum = await crc32(BODY);
    expect(await refusal(put('k', BODY, { ChecksumCRC32: sum, ChecksumCRC32C: sum }))).toMatchObject({
      code: 'InvalidRequest',
      message: 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    });
    expect(await refusal(put('k', BODY, { ChecksumAlgorithm: 'SHA1', ChecksumCRC32: sum }))).toMatchObject({
      code: 'InvalidRequest',
    });
  });

  test('DeleteObjects comes with a checksum', async () => {
    const { client } = openS3();
    client.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as HttpRequest;
        for (const name of Object.keys(headers)) if (/checksum/i.test(name)) delete headers[name];
        return next(args);
      },
      { step: 'build', priority: 'low' },
    );
    const call = client.send(
      new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key: 'k' }] } }),
    );
    expect(await refusal(call)).toEqual({
      code: 'InvalidRequest',
      message: 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
      status: 400,
    });
  });
});
