import { CreateMultipartUploadCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BIG, begun, hash, SMALL } from './begun-upload.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

describe('the checksum of a multipart upload', () => {
  test('is one of checksums where it is composite', async () => {
    const { send, complete, at, client } = await begun({ ChecksumAlgorithm: 'SHA256' });
    const parts = [
      await send(1, BIG, { ChecksumAlgorithm: 'SHA256' }),
      await send(2, SMALL, { ChecksumAlgorithm: 'SHA256' }),
    ];
    const digests = [BIG, SMALL].map((part) => hash('sha256', part).digest());
    const expected = `${hash('sha256', ...digests).digest('base64')}-2`;
    expect(await refusal(complete(parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }))))).toEqual({
      code: 'InvalidRequest',
      message:
        'The upload was created using a sha256 checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request.',
      status: 400,
    });
    expect(await complete(parts)).toMatchObject({ ChecksumSHA256: expected, ChecksumType: 'COMPOSITE' });
    const head = await client.send(new HeadObjectCommand({ ...at, ChecksumMode: 'ENABLED' }));
    expect(head.ChecksumSHA256).toBe(expected);
  });

  test('is that of the whole where it is of the full object', async () => {
    const { send, complete } = await begun({ ChecksumAlgorithm: 'CRC64NVME' });
    const parts = [await send(1, new TextEncoder().encode('123456789'), { ChecksumAlgorithm: 'CRC64NVME' })];
    expect(await refusal(complete(parts, { ChecksumCRC64NVME: 'AAAAAAAAAAA=' }))).toMatchObject({
      code: 'BadDigest',
    });
    expect(await complete(parts, { ChecksumCRC64NVME: 'rosUhgp5mIg=' })).toMatchObject({
      ChecksumCRC64NVME: 'rosUhgp5mIg=',
      ChecksumType: 'FULL_OBJECT',
    });
  });

  test('is of the kind that was chosen at the beginning', async () => {
    const { send } = await begun({ ChecksumAlgorithm: 'CRC32' });
    expect(await refusal(send(1, SMALL, { ChecksumAlgorithm: 'SHA256' }))).toEqual({
      code: 'InvalidRequest',
      message: 'Checksum Type mismatch occurred, expected checksum Type: crc32, actual checksum Type: sha256',
      status: 400,
    });
  });

  test.each([
    ['SHA1', 'FULL_OBJECT', 'The FULL_OBJECT checksum type cannot be used with the sha1 checksum algorithm.'],
    [
      'CRC64NVME',
      'COMPOSITE',
      'The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.',
    ],
    [
      undefined,
      'FULL_OBJECT',
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    ],
  ] as const)('%s of type %s cannot be', async (ChecksumAlgorithm, ChecksumType, message) => {
    const call = openS3('owner', { requestChecksumCalculation: 'WHEN_REQUIRED' }).client.send(
      new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: 'k', ChecksumAlgorithm, ChecksumType }),
    );
    expect(await refusal(call)).toEqual({ code: 'InvalidRequest', message, status: 400 });
  });
});
