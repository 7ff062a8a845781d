import { GetObjectCommand, type GetObjectCommandInput, HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const DENIED = (action: string, resource: string, user = 'reader') =>
  `User: arn:aws:iam::123456789012:user/${user} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`;

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
