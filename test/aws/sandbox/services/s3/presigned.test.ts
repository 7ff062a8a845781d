import { Sha256 } from '@aws-crypto/sha256-js';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, test } from 'vitest';
import { toRequest } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const HOST = `${BUCKET}.s3.ap-northeast-1.amazonaws.com`;

async function presigned(
  method: string,
  query: Record<string, string> = {},
  user = 'owner',
  before: (opened: ReturnType<typeof openS3>) => void = () => {},
) {
  const opened = openS3();
  before(opened);
  opened.clock.tick(1000);
  await opened.put('k', 'hello', { ContentType: 'text/x' });
  const credentials = opened.credentialsOf(user);
  const signer = new SignatureV4({
    ...{ service: 's3', region: 'ap-northeast-1', credentials, sha256: Sha256 },
    ...{ uriEscapePath: false, applyChecksum: false },
  });
  const signed = await signer.presign(
    new HttpRequest({
      method,
      protocol: 'https:',
      hostname: HOST,
      path: '/k',
      query,
      headers: { host: HOST, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    }),
    { expiresIn: 60, signingDate: opened.clock.wall() },
  );
  const { url } = toRequest(new HttpRequest({ ...signed, headers: {} }));
  const fetch = async (init: RequestInit = {}, change = (one: string) => one) => {
    const response = await opened.sandbox.handle(new Request(change(url), { method, ...init }));
    return { response, text: await response.text() };
  };
  return { ...opened, url, fetch };
}

describe('a presigned URL', () => {
  test('gets an object, with the headers that were signed into it', async () => {
    const { fetch } = await presigned('GET', { 'response-content-type': 'text/plain' });
    const { response, text } = await fetch();
    expect([response.status, text]).toEqual([200, 'hello']);
    expect(response.headers.get('content-type')).toBe('text/plain');
  });

  test('puts an object of any bytes, with the metadata that was signed into it', async () => {
    const { fetch, client } = await presigned('PUT', { 'x-amz-meta-colour': 'blue' });
    const { response } = await fetch({ body: new Uint8Array([0, 255, 128]) });
    expect(response.status).toBe(200);
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await got.Body?.transformToByteArray()).toEqual(new Uint8Array([0, 255, 128]));
    expect(got.Metadata).toEqual({ colour: 'blue' });
  });

  test('lasts as long as it says, and no longer', async () => {
    const { fetch, clock } = await presigned('GET');
    clock.tick(60_000);
    expect((await fetch()).response.status).toBe(200);
    clock.tick(1000);
    const { response, text } = await fetch();
    expect(response.status).toBe(403);
    expect(text).toContain(
      '<Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>60</X-Amz-Expires><Expires>2026-01-05T00:01:01Z</Expires><ServerTime>2026-01-05T00:01:02Z</ServerTime>',
    );
  });

  test('ages with what elapses after it was signed, and not with what did before', async () => {
    const { fetch, clock } = await presigned('GET', {}, 'owner', (opened) => opened.clock.elapse(3_600_000));
    expect((await fetch()).response.status).toBe(200);
    clock.elapse(60_000);
    expect((await fetch()).response.status).toBe(200);
    clock.elapse(1000);
    const { response, text } = await fetch();
    expect(response.status).toBe(403);
    expect(text).toContain(
      '<Expires>2026-01-05T00:01:01Z</Expires><ServerTime>2026-01-05T00:01:02Z</ServerTime>',
    );
  });

  test('is good for one method and one key', async () => {
    const { fetch, client } = await presigned('GET');
    const wrong = [
      await fetch({ method: 'DELETE' }),
      await fetch({}, (url) => url.replace('/k?', '/other?')),
      await fetch({}, (url) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')),
      await fetch({}, (url) => `${url}&response-content-type=text%2Fhtml`),
    ];
    for (const { response, text } of wrong) {
      expect(response.status).toBe(403);
      expect(text).toContain('<Code>SignatureDoesNotMatch</Code>');
    }
    await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k' }));
  });

  test.each([
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    'X-Amz-Credential=AKIA',
    'X-Amz-Date=20260105T000000Z',
    'X-Amz-Expires=604800',
    'X-Amz-SignedHeaders=host',
    'X-Amz-Signature=0',
    'x-amz-signature=0',
  ])('says each thing once, not again %s', async (more) => {
    const { fetch } = await presigned('GET');
    const name = more.slice(0, more.indexOf('='));
    for (const [change, shown] of [
      [(url: string) => `${url}&${more}`, name],
      [(url: string) => url.replace('?', `?${more}&`), 'X-Amz-'],
    ] as const) {
      const { response, text } = await fetch({}, change);
      expect(response.status).toBe(400);
      expect(text).toContain(`<Code>AuthorizationQueryParametersError</Code><Message>'${shown}`);
    }
  });

  test.each([
    ['x-amz-copy-source', `/${BUCKET}/secret`],
    ['x-amz-meta-colour', 'red'],
    ['x-amz-security-token', 'token'],
    ['content-md5', 'XUFAKrxLKna5cZ2REBfFkg=='],
  ])('is not good for more than was signed: %s', async (name, value) => {
    const { fetch, put, client } = await presigned('PUT');
    await put('secret', 'of another');
    const { response, text } = await fetch({ headers: { [name]: value } });
    expect(response.status).toBe(403);
    expect(text).toContain(
      `<Code>AccessDenied</Code><Message>There were headers present in the request which were not signed</Message><HeadersNotSigned>${name}</HeadersNotSigned>`,
    );
    const kept = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await kept.Body?.transformToString()).toBe('hello');
  });

  test('allows what its signer may do', async () => {
    const { fetch } = await presigned('GET', {}, 'reader');
    const { response, text } = await fetch();
    expect(response.status).toBe(403);
    expect(text).toContain(
      'is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::tokyo-bucket/k&quot;',
    );
  });

  test('of a checksum of no bytes, as some SDKs sign it, takes any', async () => {
    const query = { 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-sdk-checksum-algorithm': 'CRC32' };
    const { fetch, client } = await presigned('PUT', query);
    expect((await fetch({ body: 'hello' })).response.status).toBe(200);
    const head = await client.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: 'k', ChecksumMode: 'ENABLED' }),
    );
    expect([head.ChecksumCRC64NVME, head.ChecksumCRC32]).toEqual([expect.any(String), undefined]);
  });

  test('is looked at for headers that it does not cover before its signature is', async () => {
    const { fetch } = await presigned('PUT');
    const { text } = await fetch({ headers: { 'x-amz-meta-wrong': '1', 'content-type': 'a/b' } }, (url) =>
      url.replace('X-Amz-Expires=60', 'X-Amz-Expires=61'),
    );
    expect(text).toContain('<HeadersNotSigned>x-amz-meta-wrong</HeadersNotSigned>');
  });
});
