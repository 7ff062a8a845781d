import {
  computeChunkSignature,
  computeTrailerSignature,
  type SignatureScope,
} from '../../wire/sigv4/index.ts';
import { malformedTrailer, wrongChunkSignature } from './chunk-errors.ts';

/** A body in the `aws-chunked` coding, taken apart. */
export interface ChunkedBody {
  /** Without the empty one that ends them. */
  readonly chunks: readonly Chunk[];
  /** Of the empty chunk at the end. */
  readonly finalSignature: string | undefined;
  /** Names in lower case. */
  readonly trailers: ReadonlyMap<string, string>;
}

interface Chunk {
  readonly data: Uint8Array;
  /** Lower-case hex; undefined where chunks are not signed. */
  readonly signature: string | undefined;
}

const LINE_FEED = 10;
const decoder = new TextDecoder('latin1');

/**
 * Splits `<hex size>[;chunk-signature=<hex>]CRLF<data>CRLF`..., an empty chunk and `name:value` trailers.
 * Undefined where the body ends too early or is none of these. The data are views into the body.
 */
export function parseChunked(body: Uint8Array): ChunkedBody | undefined {
  const chunks: Chunk[] = [];
  let position = 0;
  for (;;) {
    const header = lineAt(body, position);
    const match = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(header?.text ?? '');
    if (!header || !match) return undefined;
    const size = Number.parseInt(match[1] ?? '', 16);
    if (size === 0) return { chunks, finalSignature: match[2], trailers: trailersOf(body, header.next) };
    const end = header.next + size;
    if (end > body.length || lineAt(body, end)?.text !== '') return undefined;
    chunks.push({ data: body.subarray(header.next, end), signature: match[2] });
    position = end + 2;
  }
}

/** The line that begins at a position, without its CRLF (or, as some clients end trailers, its LF). */
function lineAt(body: Uint8Array, start: number): { text: string; next: number } | undefined {
  const end = body.indexOf(LINE_FEED, start);
  if (end < 0) return undefined;
  return { text: decoder.decode(body.subarray(start, end)).replace(/\r$/, ''), next: end + 1 };
}

function trailersOf(body: Uint8Array, start: number): ReadonlyMap<string, string> {
  const lines = decoder.decode(body.subarray(start)).split(/\r?\n|\r/);
  return new Map(
    lines.filter(Boolean).map((line): [string, string] => {
      const colon = line.indexOf(':');
      return colon < 0
        ? [line, '']
        : [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

const TRAILER_SIGNATURE = 'x-amz-trailer-signature';
const EMPTY = new Uint8Array();

/**
 * Throws a ServiceError where a chunk's signature is wrong, or that of the trailer.
 * Each covers the one before; the first, the request's own.
 */
export async function verifyChunks(
  { chunks, finalSignature, trailers }: ChunkedBody,
  seed: string,
  scope: SignatureScope,
  withTrailer: boolean,
): Promise<void> {
  let previous = seed;
  for (const { data, signature } of [...chunks, { data: EMPTY, signature: finalSignature }]) {
    const expected = await computeChunkSignature(data, previous, scope);
    if (signature !== expected) throw wrongChunkSignature(scope.accessKeyId, signature ?? '');
    previous = expected;
  }
  if (!withTrailer) return;
  const provided = trailers.get(TRAILER_SIGNATURE);
  if (provided === undefined) throw malformedTrailer();
  const expected = await computeTrailerSignature(canonicalTrailer(trailers), previous, scope);
  if (provided !== expected) throw wrongChunkSignature(scope.accessKeyId, provided);
}

function canonicalTrailer(trailers: ReadonlyMap<string, string>): string {
  return [...trailers]
    .filter(([name]) => name !== TRAILER_SIGNATURE)
    .map(([name, value]) => `${name}:${value}\n`)
    .sort()
    .join('');
}
