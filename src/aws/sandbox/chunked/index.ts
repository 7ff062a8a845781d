import type { SignatureScope } from '../../wire/sigv4/index.ts';
import type { Message } from '../protocols/index.ts';
import {
  chunksNotSigned,
  chunkTooSmall,
  incompleteBody,
  malformedTrailer,
  missingLength,
  wrongLength,
} from './chunk-errors.ts';
import { type ChunkedBody, parseChunked, verifyChunks } from './chunks.ts';

/** Values of `x-amz-content-sha256` for a body in chunks: signed or not, with a trailer or without. */
export const STREAMING: Readonly<Record<string, { readonly signed: boolean; readonly trailer: boolean }>> = {
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { signed: true, trailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { signed: true, trailer: true },
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { signed: false, trailer: true },
};

/** Seed signature and key of signed chunks; only Version 4 has them. */
export interface ChunkSigning {
  /** The request's own signature. */
  readonly seed: string;
  readonly scope: SignatureScope;
}

const MIN_CHUNK_BYTES = 8192;

/**
 * The message with its body out of the `aws-chunked` coding, and trailing headers among its headers.
 * Throws a ServiceError for a body that is not what it says.
 */
export async function decodeChunked(message: Message, signing: ChunkSigning | undefined): Promise<Message> {
  const mode = STREAMING[message.headers.get('x-amz-content-sha256') ?? ''];
  if (!mode) return message;
  const expected = message.headers.get('x-amz-decoded-content-length');
  if (expected === null || !/^\d+$/.test(expected)) throw missingLength();
  const parsed = parseChunked(message.body);
  if (!parsed) throw incompleteBody();
  checkSizes(parsed);
  if (mode.signed) {
    if (!signing) throw chunksNotSigned();
    await verifyChunks(parsed, signing.seed, signing.scope, mode.trailer);
  }
  const body = joined(parsed);
  if (body.length !== Number(expected)) throw wrongLength(Number(expected), body.length);
  return { ...message, headers: decodedHeaders(message.headers, parsed, mode.trailer), body };
}

function checkSizes({ chunks }: ChunkedBody): void {
  const small = chunks.slice(0, -1).findIndex(({ data }) => data.length < MIN_CHUNK_BYTES);
  // S3 notices when the next chunk comes, and names the small one.
  if (small >= 0) throw chunkTooSmall(small + 1, chunks[small]?.data.length ?? 0);
}

function joined({ chunks }: ChunkedBody): Uint8Array {
  const body = new Uint8Array(chunks.reduce((total, { data }) => total + data.length, 0));
  let position = 0;
  for (const { data } of chunks) {
    body.set(data, position);
    position += data.length;
  }
  return body;
}

function decodedHeaders(received: Headers, { trailers }: ChunkedBody, withTrailer: boolean): Headers {
  const headers = new Headers(received);
  const coding = (headers.get('content-encoding') ?? '').split(',').map((part) => part.trim());
  const rest = coding.filter((part) => part !== '' && part !== 'aws-chunked');
  headers.delete('content-encoding');
  if (rest.length > 0) headers.set('content-encoding', rest.join(','));
  const announced = (headers.get('x-amz-trailer') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  for (const name of announced.filter(Boolean)) {
    const value = trailers.get(name);
    if (!withTrailer || value === undefined) throw malformedTrailer();
    headers.set(name, value);
  }
  const unannounced = [...trailers.keys()].some(
    (name) => name !== 'x-amz-trailer-signature' && !announced.includes(name),
  );
  if (unannounced) throw malformedTrailer();
  return headers;
}
