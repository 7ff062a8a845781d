import { GetObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { signVersion2, version2StringToSign } from '../../../../../src/aws/wire/sigv2/index.ts';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

/** The examples of the S3 User Guide, with its key. */
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

test.each([
  [
    'bWq2s1WEIj+Ydj0vQ697zp+IXMU=',
    { method: 'GET', resource: '/johnsmith/photos/puppy.jpg', date: 'Tue, 27 Mar 2007 19:36:42 +0000' },
  ],
  [
    'NpgCjnDzrM+WFzoENXmpNDUsSn8=',
    { method: 'GET', resource: '/johnsmith/photos/puppy.jpg', date: '1175139620' },
  ],
])('signs the example of the guide: %s', (signature, parts) => {
  const text = version2StringToSign({ ...parts, query: new URLSearchParams(), headers: new Headers() });
  expect(signVersion2(text, SECRET)).toBe(signature);
});

const HOST = `${BUCKET}.s3.ap-northeast-1.amazonaws.com`;
const EXPIRES = String(START.getTime() / 1000 + 60);

function presigned(method: string, query: Record<string, string> = {}, bucket = BUCKET, host = HOST) {
  const opened = openS3();
  const { accessKeyId, secretAccessKey } = opened.credentialsOf('owner');
  const search = new URLSearchParams(query);
  const headers = new Headers();
  const text = version2StringToSign({
    ...{ method, query: search, headers, date: EXPIRES },
    resource: `/${bucket}/k`,
  });
  const signature = signVersion2(text, secretAccessKey);
  for (const [name, value] of Object.entries({
    AWSAccessKeyId: accessKeyId,
    Signature: signature,
    Expires: EXPIRES,
  }))
    search.set(name, value);
  const url = `https://${host}/k?${search}`;
  const fetch = async (init: RequestInit = {}, to = url) => {
    const response = await opened.sandbox.handle(new Request(to, { method, ...init }));
    return { response, text: await response.text() };
  };
  return { ...opened, fetch, url };
}

describe('a URL presigned with Signature Version 2', () => {
  test('gets an object, with the headers that were signed into it', async () => {
    const { fetch, put } = presigned('GET', { 'response-content-type': 'text/plain' });
    await put('k', 'hello');
    const { response, text } = await fetch();
    expect([response.status, text]).toEqual([200, 'hello']);
    expect(response.headers.get('content-type')).toBe('text/plain');
  });

  test('puts an object with the metadata that was signed into it', async () => {
    const { fetch, client } = presigned('PUT', { 'x-amz-meta-foo': 'bar' });
    expect((await fetch({ body: new Uint8Array([1, 2]) })).response.status).toBe(200);
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(got.Metadata).toEqual({ foo: 'bar' });
  });

  test('is good for one method, one key and what was signed', async () => {
    const { fetch, url } = presigned('GET');
    for (const { response, text } of [
      await fetch({ method: 'PUT', body: new Uint8Array([1]) }),
      await fetch({}, url.replace('/k?', '/other?')),
      await fetch({ headers: { 'x-amz-meta-wrong': '1' } }),
      await fetch({}, `${url}&response-content-type=text%2Fhtml`),
    ]) {
      expect(response.status).toBe(403);
      expect(text).toMatch(/<Code>SignatureDoesNotMatch<.*<StringToSignBytes>/s);
      expect(text).not.toContain('<CanonicalRequest>');
    }
  });

  test('lasts until it says', async () => {
    const { fetch, clock } = presigned('GET');
    clock.tick(61_000);
    expect((await fetch()).text).toContain(
      '<Code>AccessDenied</Code><Message>Request has expired</Message><Expires>2026-01-05T00:01:00Z</Expires><ServerTime>2026-01-05T00:01:01Z</ServerTime>',
    );
  });

  test('is refused by regions that began after it', async () => {
    const { fetch } = presigned('GET', {}, 'ohio-bucket', 'ohio-bucket.s3.us-east-2.amazonaws.com');
    const { response, text } = await fetch();
    expect(response.status).toBe(400);
    expect(text).toContain(
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  });

  test('finds its bucket where the host names no region', async () => {
    const { fetch, put } = presigned('GET', {}, BUCKET, `${BUCKET}.s3.amazonaws.com`);
    await put('k', 'hello');
    expect((await fetch()).text).toBe('hello');
  });
});

describe('without a signature', () => {
  test.each([
    ['/tokyo-bucket/k', 403, 'AccessDenied'],
    ['/no-such-bucket/k', 404, 'NoSuchBucket'],
    ['/', 403, 'AccessDenied'],
  ])('S3 answers at an address that is none of AWS: %s', async (path, status, code) => {
    const { sandbox } = openS3();
    const response = await sandbox.handle(new Request(`http://127.0.0.1:4599${path}`));
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(`<Code>${code}</Code>`);
  });
});
