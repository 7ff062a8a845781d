import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BIG, begun, hash, MIB, SMALL } from './begun-upload.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

describe('a multipart upload', () => {
  test('becomes one object of its parts', async () => {
    const { client, at, send, complete, UploadId } = await begun();
    const parts = [await send(2, BIG), await send(7, SMALL)];
    const done = await complete(parts);
    const md5s = [BIG, SMALL].map((part) => hash('md5', part).digest());
    expect(done.ETag).toBe(`"${hash('md5', ...md5s).digest('hex')}-2"`);
    expect(done).toMatchObject({
      Location: `https://${BUCKET}.s3.ap-northeast-1.amazonaws.com/big`,
      Bucket: BUCKET,
      Key: 'big',
      ChecksumType: 'FULL_OBJECT',
    });
    const got = await client.send(new GetObjectCommand(at));
    const body = await got.Body?.transformToByteArray();
    expect(Buffer.compare(Buffer.from(body ?? []), Buffer.concat([BIG, SMALL]))).toBe(0);
    expect(got).toMatchObject({ ContentType: 'text/big', Metadata: { a: '1' }, ETag: done.ETag });
    const part = await client.send(new GetObjectCommand({ ...at, PartNumber: 2 }));
    expect(await part.Body?.transformToString()).toBe('the end');
    expect(part).toMatchObject({
      PartsCount: 2,
      ContentRange: `bytes ${5 * MIB}-${5 * MIB + 6}/${5 * MIB + 7}`,
    });
    expect(await refusal(client.send(new HeadObjectCommand({ ...at, PartNumber: 3 })))).toMatchObject({
      status: 416,
    });
    expect(await refusal(complete(parts))).toMatchObject({ code: 'NoSuchUpload', status: 404 });
    expect((await client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads).toBeUndefined();
    expect(UploadId).toMatch(/^[A-Za-z0-9._]{128}$/);
  });

  test('is not seen before it is complete, and may be given up', async () => {
    const { client, at, send, UploadId, put } = await begun();
    await send(1, SMALL);
    await put('z');
    expect(await refusal(client.send(new GetObjectCommand(at)))).toMatchObject({ code: 'NoSuchKey' });
    await client.send(new AbortMultipartUploadCommand({ ...at, UploadId }));
    expect(await refusal(client.send(new AbortMultipartUploadCommand({ ...at, UploadId })))).toEqual({
      code: 'NoSuchUpload',
      message:
        'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
      status: 404,
    });
  });

  test('shows its parts, page by page; a part sent again counts once', async () => {
    const { client, at, send, UploadId } = await begun();
    await send(3, SMALL);
    await send(1, BIG);
    await send(3, SMALL);
    await send(2, SMALL);
    const page = (input: object) => client.send(new ListPartsCommand({ ...at, UploadId, ...input }));
    const first = await page({ MaxParts: 2 });
    expect(first).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2', StorageClass: 'STANDARD' });
    expect(first.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 5 * MIB],
      [2, 7],
    ]);
    const second = await page({ PartNumberMarker: first.NextPartNumberMarker });
    expect(second.Parts).toEqual([
      { PartNumber: 3, LastModified: START, ETag: `"${hash('md5', SMALL).digest('hex')}"`, Size: 7 },
    ]);
    expect(second.IsTruncated).toBe(false);
  });

  test('is listed by key, then by time', async () => {
    const { client, clock } = openS3();
    const ids: (string | undefined)[] = [];
    for (const Key of ['b', 'a', 'c/1', 'c/2', 'b']) {
      ids.push((await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key }))).UploadId);
      clock.elapse(1000);
    }
    const list = (input: object) =>
      client.send(
        new ListMultipartUploadsCommand({ Bucket: BUCKET, Delimiter: '/', MaxUploads: 2, ...input }),
      );
    const first = await list({});
    expect(first.Uploads?.map(({ Key, UploadId }) => [Key, UploadId])).toEqual([
      ['a', ids[1]],
      ['b', ids[0]],
    ]);
    expect(first.Uploads?.[0]?.Initiator).toEqual({ ID: 'arn:aws:iam::123456789012:user/owner' });
    expect(first).toMatchObject({ IsTruncated: true, NextKeyMarker: 'b', NextUploadIdMarker: ids[0] });
    const second = await list({ KeyMarker: first.NextKeyMarker, UploadIdMarker: first.NextUploadIdMarker });
    expect(second.Uploads?.map(({ UploadId }) => UploadId)).toEqual([ids[4]]);
    expect(second.CommonPrefixes).toEqual([{ Prefix: 'c/' }]);
    expect(second.IsTruncated).toBe(false);
  });

  test('takes parts from other objects', async () => {
    const { client, at, UploadId, put, complete } = await begun();
    await put('source', '0123456789');
    const copy = (CopySourceRange?: string) =>
      client.send(
        new UploadPartCopyCommand({
          ...{ ...at, UploadId, PartNumber: 1, CopySource: `${BUCKET}/source` },
          CopySourceRange,
        }),
      );
    expect(await refusal(copy('bytes=0-10'))).toMatchObject({ code: 'InvalidRequest', status: 400 });
    expect(await refusal(copy('bytes=5-'))).toMatchObject({ code: 'InvalidArgument', status: 400 });
    const { CopyPartResult } = await copy('bytes=2-4');
    await complete([{ PartNumber: 1, ETag: CopyPartResult?.ETag }]);
    const got = await client.send(new GetObjectCommand(at));
    expect(await got.Body?.transformToString()).toBe('234');
  });
});

describe('CompleteMultipartUpload refuses', () => {
  test('parts too small, out of order, unknown, or none', async () => {
    const { send, complete } = await begun();
    const [one, two] = [await send(1, SMALL), await send(2, SMALL)];
    expect(await refusal(complete([one, two]))).toEqual({
      code: 'EntityTooSmall',
      message: 'Your proposed upload is smaller than the minimum allowed size',
      status: 400,
    });
    expect(await refusal(complete([two, one]))).toEqual({
      code: 'InvalidPartOrder',
      message: 'The list of parts was not in ascending order. Parts must be ordered by part number.',
      status: 400,
    });
    const invalid = {
      code: 'InvalidPart',
      message:
        "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
      status: 400,
    };
    expect(await refusal(complete([{ ...one, PartNumber: 3 }]))).toEqual(invalid);
    expect(await refusal(complete([{ PartNumber: 1, ETag: '"0"' }]))).toEqual(invalid);
    expect(await refusal(complete([]))).toMatchObject({ code: 'InvalidRequest', status: 400 });
    expect(await refusal(complete([one], { MpuObjectSize: 8 }))).toMatchObject({ code: 'InvalidRequest' });
    await complete([one], { MpuObjectSize: 7 });
  });

  test.each([0, 10_001])('part number %i', async (PartNumber) => {
    const { send } = await begun();
    expect(await refusal(send(PartNumber, SMALL))).toEqual({
      code: 'InvalidArgument',
      message: 'Part number must be an integer between 1 and 10000, inclusive',
      status: 400,
    });
  });
});
