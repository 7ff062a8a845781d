import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { BUCKET, bytes, openS3 } from './practice.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

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

describe('GetObject', () => {
  const get = async (input: Partial<GetObjectCommandInput>) => {
    const { client, put, received } = openS3();
    await put('digits', '0123456789');
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'digits', ...input }));
    const status = received.at(-1)?.status;
    return { text: await got.Body?.transformToString(), range: got.ContentRange, status, got };
  };

  test.each([
    ['bytes=0-4', '01234', 'bytes 0-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=9-9', '9', 'bytes 9-9/10'],
  ])('range %s', async (Range, text, range) => {
    expect(await get({ Range })).toMatchObject({ text, range, status: 206 });
  });

  test.each(['bytes=5-2', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,3-4', 'bytes=-'])(
    'range %s is overlooked',
    async (Range) => {
      expect(await get({ Range })).toMatchObject({ text: '0123456789', range: undefined, status: 200 });
    },
  );

  test.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('range %s has no byte in it', async (Range) => {
    expect(await refusal(get({ Range }))).toEqual({
      code: 'InvalidRange',
      message: 'The requested range is not satisfiable',
      status: 416,
    });
  });

  test('lets the asker choose the headers of the answer', async () => {
    const { got } = await get({
      ResponseContentType: 'text/csv',
      ResponseCacheControl: 'max-age=1',
      ResponseContentDisposition: 'inline',
    });
    expect(got).toMatchObject({
      ContentType: 'text/csv',
      CacheControl: 'max-age=1',
      ContentDisposition: 'inline',
    });
  });

  test.each(['attachment; filename="日本語.txt"', 'in\0line', 'inline\r\nx-injected: 1'])(
    'but no header that cannot be sent: %j',
    async (ResponseContentDisposition) => {
      expect(await refusal(get({ ResponseContentDisposition }))).toEqual({
        code: 'InvalidArgument',
        message: 'Header value cannot be represented using ISO-8859-1.',
        status: 400,
      });
    },
  );

  const ETAG = '"781e5e245d69b566979b86e28d23f2c7"';
  const before = new Date(START.getTime() - 1000);
  const after = new Date(START.getTime() + 1000);
  test.each<[Partial<GetObjectCommandInput>, number]>([
    [{ IfMatch: ETAG }, 200],
    [{ IfMatch: '781e5e245d69b566979b86e28d23f2c7' }, 200],
    [{ IfMatch: '*' }, 200],
    [{ IfMatch: '"other"' }, 412],
    [{ IfMatch: ETAG, IfUnmodifiedSince: before }, 200],
    [{ IfUnmodifiedSince: START }, 200],
    [{ IfUnmodifiedSince: before }, 412],
    [{ IfNoneMatch: ETAG }, 304],
    [{ IfNoneMatch: '"other"' }, 200],
    [{ IfNoneMatch: '"other"', IfModifiedSince: after }, 200],
    [{ IfModifiedSince: before }, 200],
    [{ IfModifiedSince: START }, 304],
  ])('%o', async (conditions, status) => {
    const result = get(conditions);
    if (status === 200) expect(await result).toMatchObject({ status });
    else expect((await refusal(result)).status).toBe(status);
  });

  test('hides from those who may not list whether a key is there', async () => {
    const { client, put } = openS3('reader');
    await put('public/there');
    const get = (Key: string) => client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    expect((await get('public/there')).ContentLength).toBe(12);
    expect(await refusal(get('public/missing'))).toEqual({
      code: 'AccessDenied',
      message: DENIED('s3:ListBucket', 'arn:aws:s3:::tokyo-bucket'),
      status: 403,
    });
    expect(await refusal(get('private'))).toEqual({
      code: 'AccessDenied',
      message: DENIED('s3:GetObject', 'arn:aws:s3:::tokyo-bucket/private'),
      status: 403,
    });
    expect(
      await refusal(client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'public/missing' }))),
    ).toMatchObject({ status: 403 });
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

describe('tags', () => {
  const at = { Bucket: BUCKET, Key: 'k' };

  test('come with an object, and are changed beside it', async () => {
    const { client, put } = openS3();
    await put('k', 'x', { Tagging: 'a=1&b%20c=%E6%97%A5' });
    expect((await client.send(new HeadObjectCommand(at))).TagCount).toBe(2);
    const tags = async () => (await client.send(new GetObjectTaggingCommand(at))).TagSet;
    expect(await tags()).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b c', Value: '日' },
    ]);
    await client.send(new CopyObjectCommand({ ...at, Key: 'copy', CopySource: `${BUCKET}/k` }));
    const copied = await client.send(new GetObjectTaggingCommand({ ...at, Key: 'copy' }));
    expect(copied.TagSet).toHaveLength(2);
    await client.send(new PutObjectTaggingCommand({ ...at, Tagging: { TagSet: [{ Key: 'n', Value: '' }] } }));
    expect(await tags()).toEqual([{ Key: 'n', Value: '' }]);
    await client.send(new DeleteObjectTaggingCommand(at));
    expect(await tags()).toEqual([]);
  });

  test('are at most ten, each with a key of its own, for those who may give them', async () => {
    const { client, clientOf, put } = openS3();
    await put('k');
    const tag = (TagSet: { Key: string; Value: string }[]) =>
      client.send(new PutObjectTaggingCommand({ ...at, Tagging: { TagSet } }));
    const many = Array.from({ length: 11 }, (_, i) => ({ Key: `k${i}`, Value: '' }));
    expect(await refusal(tag(many))).toEqual({
      code: 'BadRequest',
      message: 'Object tags cannot be greater than 10',
      status: 400,
    });
    expect(await refusal(tag([{ Key: 'a<b', Value: '' }]))).toMatchObject({ code: 'InvalidTag' });
    const denied = clientOf('reader').send(new PutObjectCommand({ ...at, Body: 'x', Tagging: 'a=b' }));
    expect(await refusal(denied)).toEqual({
      code: 'AccessDenied',
      message: DENIED('s3:PutObjectTagging', 'arn:aws:s3:::tokyo-bucket/k'),
      status: 403,
    });
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

describe('CopyObject', () => {
  const copy = async (input: Partial<CopyObjectCommandInput>, user: 'owner' | 'reader' = 'owner') => {
    const { client, put, clientOf } = openS3(user);
    await put('from é+1', 'hello', { Metadata: { a: '1' }, ContentType: 'text/x' });
    await put('public/x', 'hello');
    const CopySource = `${BUCKET}/${encodeURIComponent('from é+1')}`;
    const result = await client.send(
      new CopyObjectCommand({ Bucket: BUCKET, Key: 'to', CopySource, ...input }),
    );
    const head = await clientOf('owner').send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: input.Key ?? 'to' }),
    );
    return { result: result.CopyObjectResult, head };
  };

  test('copies the body and what was said of it', async () => {
    const { result, head } = await copy({});
    expect(result).toMatchObject({ ETag: MD5_OF_HELLO, LastModified: START });
    expect(head).toMatchObject({ Metadata: { a: '1' }, ContentType: 'text/x', ContentLength: 5 });
  });

  test('replaces what was said, on demand', async () => {
    const { head } = await copy({ MetadataDirective: 'REPLACE', Metadata: { b: '2' } });
    expect(head.Metadata).toEqual({ b: '2' });
    expect(head.ContentType).toBe('binary/octet-stream');
    const self = await copy({ Key: 'from é+1', MetadataDirective: 'REPLACE', Metadata: { c: '3' } });
    expect(self.head.Metadata).toEqual({ c: '3' });
  });

  test.each<[string, Partial<CopyObjectCommandInput>, string, number]>([
    ['itself, unchanged', { Key: 'from é+1' }, 'InvalidRequest', 400],
    ['no key', { CopySource: BUCKET }, 'InvalidArgument', 400],
    ['a missing key', { CopySource: `${BUCKET}/missing` }, 'NoSuchKey', 404],
    ['a missing bucket', { CopySource: 'not-there/missing' }, 'NoSuchBucket', 404],
    ['a bad escape', { CopySource: `${BUCKET}/%ff` }, 'InvalidURI', 400],
    ['a bad directive', { MetadataDirective: 'MOVE' as 'COPY' }, 'InvalidArgument', 400],
    ['another than expected', { CopySourceIfMatch: '"x"' }, 'PreconditionFailed', 412],
    ['the same as before', { CopySourceIfNoneMatch: MD5_OF_HELLO }, 'PreconditionFailed', 412],
  ])('refuses %s', async (_, input, code, status) => {
    expect(await refusal(copy(input))).toMatchObject({ code, status });
  });

  test('asks leave to read the source', async () => {
    await copy({ CopySource: `${BUCKET}/public/x` }, 'reader');
    expect(await refusal(copy({}, 'reader'))).toEqual({
      code: 'AccessDenied',
      message: DENIED('s3:GetObject', `arn:aws:s3:::${BUCKET}/from é+1`),
      status: 403,
    });
  });
});
