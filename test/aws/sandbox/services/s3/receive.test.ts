import { Readable } from 'node:stream';
import { Sha256 } from '@aws-crypto/sha256-js';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, test } from 'vitest';
import { computeChunkSignature, computeTrailerSignature } from '../../../../../src/aws/wire/sigv4/index.ts';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { BODY, crc32 } from './crc32.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const HOST = 's3.ap-northeast-1.amazonaws.com';

describe('a body in chunks', () => {
  test('as the SDK sends streams, its checksum trailing', async () => {
    const { client, sent } = openS3();
    const stream = () =>
      Readable.from([Buffer.from(BODY.subarray(0, 10_000)), Buffer.from(BODY.subarray(10_000))]);
    await client.send(
      new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: stream(), ContentLength: BODY.length }),
    );
    expect(sent[0]?.headers.get('x-amz-content-sha256')).toBe('STREAMING-UNSIGNED-PAYLOAD-TRAILER');
    const got = await client.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'k', ChecksumMode: 'ENABLED' }),
    );
    expect(await got.Body?.transformToByteArray()).toEqual(BODY);
    expect(got.ChecksumCRC32).toBe(await crc32(BODY));
    expect(got.ContentEncoding).toBeUndefined();
  });

  const signed = (change: Partial<Chunked> = {}) => sendChunks({ mode: 'signed', ...change });
  const trailing = (change: Partial<Chunked> = {}) => sendChunks({ mode: 'signed-trailer', ...change });
  const unsigned = (change: Partial<Chunked> = {}) => sendChunks({ mode: 'unsigned', ...change });

  test.each([signed, trailing, unsigned])('is put together: %#', async (send) => {
    const { status, stored } = await send();
    expect(status).toBe(200);
    expect(await stored()).toEqual(BODY);
  });

  test('keeps the codings that are its own', async () => {
    const { headers } = await signed({ headers: { 'content-encoding': 'aws-chunked,gzip' } });
    expect(headers?.get('content-encoding')).toBe('gzip');
  });

  test.each<[string, () => ReturnType<typeof sendChunks>, number, string]>([
    ['a changed chunk', () => signed({ tamper: flipByte }), 403, 'SignatureDoesNotMatch'],
    ['a changed chunk before a trailer', () => trailing({ tamper: flipByte }), 403, 'SignatureDoesNotMatch'],
    [
      'a changed trailer',
      () => trailing({ tamper: replace(/(crc32:)./, '$1#') }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'an unsigned chunk',
      () => signed({ tamper: replace(/;chunk-signature=[0-9a-f]{64}/, '') }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a missing end',
      () => signed({ tamper: replace(/\r\n0;chunk-signature=.*$/s, '\r\n') }),
      400,
      'IncompleteBody',
    ],
    ['half a chunk', () => signed({ tamper: (body) => body.subarray(0, 9000) }), 400, 'IncompleteBody'],
    ['no chunks at all', () => unsigned({ tamper: () => BODY }), 400, 'IncompleteBody'],
    ['a longer body than it says', () => unsigned({ length: '19999' }), 400, 'IncompleteBody'],
    ['no length', () => unsigned({ length: undefined }), 411, 'MissingContentLength'],
    ['small chunks', () => unsigned({ size: 8191 }), 403, 'InvalidChunkSizeError'],
    [
      'a missing trailer',
      () => unsigned({ tamper: replace(/x-amz-checksum-crc32:.*\r\n/, '') }),
      400,
      'MalformedTrailerError',
    ],
    [
      'another trailer than announced',
      () => unsigned({ tamper: replace(/checksum-crc32/, 'checksum-sha1') }),
      400,
      'MalformedTrailerError',
    ],
    ['a wrong checksum', () => unsigned({ tamper: flipByte }), 400, 'BadDigest'],
    [
      'a trailer that is no checksum',
      () => unsigned({ tamper: replace(/(crc32:).*\r/, '$1nonsense\r') }),
      400,
      'InvalidRequest',
    ],
  ])('%s is refused, and nothing is stored', async (_, send, status, code) => {
    const result = await send();
    expect([result.status, result.code]).toEqual([status, code]);
    await expect(result.stored()).rejects.toThrow('The specified key does not exist.');
  });
});

interface Chunked {
  mode: 'signed' | 'signed-trailer' | 'unsigned';
  /** Of all chunks but the last, in bytes. */
  size: number;
  length: string | undefined;
  headers: Record<string, string>;
  tamper(body: Uint8Array): Uint8Array;
}

/** A PutObject of BODY in chunks, written by hand. */
async function sendChunks(change: Partial<Chunked> & Pick<Chunked, 'mode'>) {
  const { mode, size = 8192, headers: more = {}, tamper = (body: Uint8Array) => body } = change;
  const length = 'length' in change ? change.length : String(BODY.length);
  const { sandbox, credentialsOf, client } = openS3();
  const credentials = credentialsOf('owner');
  const signer = new SignatureV4({
    ...{ service: 's3', region: 'ap-northeast-1', credentials, sha256: Sha256, uriEscapePath: false },
  });
  const kinds = {
    signed: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'signed-trailer': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
    unsigned: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  };
  const headers: Record<string, string> = {
    ...{ host: HOST, 'content-encoding': 'aws-chunked', 'x-amz-content-sha256': kinds[mode] },
    ...(length === undefined ? {} : { 'x-amz-decoded-content-length': length }),
    ...(mode === 'signed' ? {} : { 'x-amz-trailer': 'x-amz-checksum-crc32' }),
    ...more,
  };
  const request = await signer.sign(new HttpRequest({ method: 'PUT', path: `/${BUCKET}/k`, headers }), {
    signingDate: START,
  });
  const seed = /Signature=([0-9a-f]{64})/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const scope = {
    ...{ ...credentials, day: '20260105', region: 'ap-northeast-1', service: 's3' },
    timestamp: '20260105T000000Z',
  };
  const pieces: Uint8Array[] = [];
  const text = (piece: string) => pieces.push(Buffer.from(piece));
  let previous = seed;
  for (let start = 0; start <= BODY.length; start += size) {
    const data = start + size > BODY.length ? BODY.subarray(start) : BODY.subarray(start, start + size);
    await chunk(data);
  }
  await chunk(new Uint8Array(), false);
  if (mode !== 'signed') {
    const trailer = `x-amz-checksum-crc32:${await crc32(BODY)}`;
    text(`${trailer}\r\n`);
    if (mode === 'signed-trailer')
      text(`x-amz-trailer-signature:${await computeTrailerSignature(`${trailer}\n`, previous, scope)}\r\n`);
  }
  text('\r\n');
  const body = tamper(Buffer.concat(pieces));
  const url = `https://${HOST}/${BUCKET}/k`;
  const response = await sandbox.handle(
    new Request(url, { method: 'PUT', headers: request.headers, body: body as BodyInit }),
  );
  const answer = await response.text();
  const get = () => client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
  return {
    status: response.status,
    code: /<Code>(.*)<\/Code>/.exec(answer)?.[1],
    stored: async () => (await get()).Body?.transformToByteArray(),
    headers: response.ok
      ? new Headers({ 'content-encoding': (await get()).ContentEncoding ?? '' })
      : undefined,
  };

  async function chunk(data: Uint8Array, withEnd = true): Promise<void> {
    if (data.length === 0 && withEnd) return;
    const signature = mode === 'unsigned' ? '' : await computeChunkSignature(data, previous, scope);
    if (signature) previous = signature;
    text(`${data.length.toString(16)}${signature && `;chunk-signature=${signature}`}\r\n`);
    if (!withEnd) return;
    pieces.push(data);
    text('\r\n');
  }
}

/** One bit of the first chunk's data. */
function flipByte(body: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(body);
  changed[500] = (changed[500] ?? 0) ^ 1;
  return changed;
}

function replace(pattern: RegExp, by: string): (body: Uint8Array) => Uint8Array {
  return (body) => Buffer.from(Buffer.from(body).toString('latin1').replace(pattern, by), 'latin1');
}
