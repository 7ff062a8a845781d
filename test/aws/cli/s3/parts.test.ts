import { describe, expect, it } from 'vitest';
import type { ConfigSession } from '../../../../src/aws/cli/config/index.ts';
import { inParts, partSizes, rangesOf } from '../../../../src/aws/cli/s3/parts.ts';
import type { Data, S3 } from '../../../../src/aws/cli/s3/s3-client.ts';

const MIB = 1024 ** 2;
const session = (s3?: Record<string, string>) =>
  ({ settings: () => new Map(s3 ? [['s3', new Map(Object.entries(s3))]] : []) }) as unknown as ConfigSession;

describe('partSizes', () => {
  it.each([
    [undefined, 8 * MIB, 8 * MIB],
    [{ multipart_threshold: '64MB', multipart_chunksize: '16mib' }, 64 * MIB, 16 * MIB],
    [{ multipart_threshold: '1024' }, 1024, 8 * MIB],
    [{ multipart_chunksize: '1GB' }, 8 * MIB, 1024 * MIB],
  ])('%j', (settings, threshold, chunk) =>
    expect(partSizes(session(settings))).toEqual({ threshold, chunk }),
  );

  it('refuses what is no size', () => {
    expect(() => partSizes(session({ multipart_threshold: 'large' }))).toThrow('Invalid size value: large');
  });
});

describe('rangesOf', () => {
  it.each([
    [
      12 * MIB,
      8 * MIB,
      [
        [0, 8 * MIB],
        [8 * MIB, 12 * MIB],
      ],
    ],
    [
      6 * MIB,
      MIB,
      [
        [0, 5 * MIB],
        [5 * MIB, 6 * MIB],
      ],
    ],
    [0, 8 * MIB, []],
  ])('%i bytes by %i', (size, chunk, expected) => {
    expect(rangesOf(size, chunk).map(({ from, to }) => [from, to])).toEqual(expected);
  });

  it('never makes more than 10,000 parts', () => {
    const ranges = rangesOf(200_000 * MIB, 8 * MIB);
    expect(ranges.length).toBe(6250);
    expect(ranges.at(-1)?.to).toBe(200_000 * MIB);
  });
});

describe('inParts', () => {
  const calls: [string, Data][] = [];
  const s3 = {
    call: async (operation: string, input: Data) => {
      calls.push([operation, input]);
      return operation === 'CreateMultipartUpload' ? { UploadId: 'u' } : {};
    },
  } as unknown as S3;
  const target = { Bucket: 'b', Key: 'k' };
  const ranges = [
    { from: 0, to: 5 },
    { from: 5, to: 7 },
  ];

  it('completes the upload with the tags of its parts', async () => {
    calls.length = 0;
    await inParts(s3, target, { ACL: 'private' }, ranges, async (place) => `e${place.PartNumber}`);
    expect(calls).toEqual([
      ['CreateMultipartUpload', { ...target, ACL: 'private' }],
      [
        'CompleteMultipartUpload',
        {
          ...target,
          UploadId: 'u',
          MultipartUpload: {
            Parts: [
              { ETag: 'e1', PartNumber: 1 },
              { ETag: 'e2', PartNumber: 2 },
            ],
          },
        },
      ],
    ]);
  });

  it('aborts what fails', async () => {
    calls.length = 0;
    const failed = inParts(s3, target, {}, ranges, () => Promise.reject(new Error('broken')));
    await expect(failed).rejects.toThrow('broken');
    expect(calls.at(-1)).toEqual(['AbortMultipartUpload', { ...target, UploadId: 'u' }]);
  });
});
