import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, bytes, openS3 } from './practice.ts';

standStill();

/** By `openssl md5`. */
const MD5_OF_HELLO = '"5d41402abc4b2a76b9719d911017c592"';

const DENIED = (action: string, resource: string, user = 'reader') =>
  `User: arn:aws:iam::123456789012:user/${user} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`;

describe('an object', () => {
  test('comes back byte for byte, with all that was said of it', async () => {
    const { client } = openS3();
    const body = bytes(70_000);
    const said = {
      CacheControl: 'no-store',
      ContentDisposition: 'attachment',
      ContentEncoding: 'identity',
      ContentLanguage: 'ja',
      ContentType: 'application/x-thing',
      Expires: new Date('2027-01-01T00:00:00Z'),
      Metadata: { colour: 'blue', empty: '' },
      WebsiteRedirectLocation: '/other',
    };
    const Key = 'a folder/日本 + %&?#.bin';
    const put = await client.send(
      new PutObjectCommand({ Bucket: BUCKET, Key, Body: body, ...said, StorageClass: 'STANDARD_IA' }),
    );
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    expect(await got.Body?.transformToByteArray()).toEqual(body);
    const { Expires, ...rest } = said;
    expect(got).toMatchObject({
      ...rest,
      ExpiresString: Expires.toUTCString(),
      AcceptRanges: 'bytes',
      ContentLength: 70_000,
      ETag: put.ETag,
      LastModified: START,
      ServerSideEncryption: 'AES256',
      StorageClass: 'STANDARD_IA',
    });
    const head = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key }));
    expect(head).toMatchObject({ ...rest, ContentLength: 70_000, ETag: put.ETag });
  });

  test('has its MD5 as ETag, and a checksum whether one was sent or not', async () => {
    const { put, client } = openS3('owner', { requestChecksumCalculation: 'WHEN_REQUIRED' });
    expect((await put('hello', 'hello')).ETag).toBe(MD5_OF_HELLO);
    // The check value that CRC catalogues give for CRC-64/NVME: 0xae8b14860a799888.
    const made = await put('check', '123456789');
    expect(made).toMatchObject({ ChecksumCRC64NVME: 'rosUhgp5mIg=', ChecksumType: 'FULL_OBJECT' });
    const head = await client.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: 'check', ChecksumMode: 'ENABLED' }),
    );
    expect(head.ChecksumCRC64NVME).toBe('rosUhgp5mIg=');
    expect((await openS3().put('hello', 'hello')).ChecksumCRC32).toBe('NhCmhg==');
  });

  test('is replaced, and deleted, also when it is not there', async () => {
    const { client, put } = openS3();
    await put('k', 'one');
    await put('k', 'two');
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await got.Body?.transformToString()).toBe('two');
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await refusal(client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' })))).toEqual({
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
      status: 404,
    });
    expect(await refusal(client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k' })))).toMatchObject({
      code: 'NotFound',
      status: 404,
    });
  });

  test('may be empty', async () => {
    const { client, put } = openS3();
    expect((await put('empty', '')).ETag).toBe('"d41d8cd98f00b204e9800998ecf8427e"');
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'empty' }));
    expect(got.ContentLength).toBe(0);
    expect(await got.Body?.transformToString()).toBe('');
  });
});

describe('PutObject', () => {
  test.each<[string, Partial<PutObjectCommandInput>, string, number]>([
    ['key', { Key: 'é'.repeat(513) }, 'KeyTooLongError', 400],
    ['metadata', { Metadata: { a: 'x'.repeat(2048) } }, 'MetadataTooLarge', 400],
    ['storage class', { StorageClass: 'CHEAP' as 'STANDARD' }, 'InvalidStorageClass', 400],
    ['ACL', { ACL: 'public-read' }, 'AccessControlListNotSupported', 400],
    ['tag', { Tagging: 'a=b&a=c' }, 'InvalidArgument', 400],
    ['encryption', { ServerSideEncryption: 'rot13' as never }, 'InvalidArgument', 400],
    ['absent, though there', { IfNoneMatch: '*' }, 'PreconditionFailed', 412],
    ['absent in another way', { IfNoneMatch: '"x"' }, 'NotImplemented', 501],
    ['other than it is', { IfMatch: '"x"' }, 'PreconditionFailed', 412],
    ['there, though absent', { Key: 'new', IfMatch: '"x"' }, 'NoSuchKey', 404],
  ])('refuses a wrong %s', async (_, more, code, status) => {
    const { put } = openS3();
    await put('k');
    expect(await refusal(put('k', 'x', more))).toMatchObject({ code, status });
  });

  test('writes on condition', async () => {
    const { put } = openS3();
    const { ETag } = await put('k', 'hello', { IfNoneMatch: '*' });
    await put('k', 'again', { IfMatch: ETag });
    expect(await refusal(put('k', 'late', { IfMatch: ETag }))).toMatchObject({ status: 412 });
  });

  test('of two at once on one condition lets one through', async () => {
    const { put } = openS3();
    const both = await Promise.allSettled([
      put('k', 'a', { IfNoneMatch: '*' }),
      put('k', 'b', { IfNoneMatch: '*' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('DeleteObjects', () => {
  const remove = (client: ReturnType<typeof openS3>['client'], keys: string[], Quiet?: boolean) =>
    client.send(
      new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: keys.map((Key) => ({ Key })), Quiet } }),
    );

  test('names what it deleted, or says nothing', async () => {
    const { client, put } = openS3();
    await put('a');
    const loud = await remove(client, ['a', 'not there & <odd>']);
    expect(loud.Deleted).toEqual([{ Key: 'a' }, { Key: 'not there & <odd>' }]);
    expect((await remove(client, ['a'], true)).Deleted).toBeUndefined();
  });

  test('judges each key', async () => {
    const { client, clientOf, put } = openS3('reader');
    await put('public/a');
    await put('private');
    const result = await remove(client, ['public/a', 'private']);
    expect(result.Deleted).toEqual([{ Key: 'public/a' }]);
    expect(result.Errors).toEqual([
      {
        Key: 'private',
        Code: 'AccessDenied',
        Message: DENIED('s3:DeleteObject', 'arn:aws:s3:::tokyo-bucket/private'),
      },
    ]);
    await clientOf('owner').send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'private' }));
  });

  test('takes from 1 to 1000 keys', async () => {
    const { client } = openS3();
    expect(await refusal(remove(client, []))).toMatchObject({ code: 'MalformedXML', status: 400 });
    const many = Array.from({ length: 1001 }, (_, i) => `k${i}`);
    expect(await refusal(remove(client, many))).toMatchObject({ code: 'MalformedXML', status: 400 });
    expect((await remove(client, many.slice(1))).Deleted).toHaveLength(1000);
  });
});
