import {
  computeChunkSignature,
  computeTrailerSignature,
  type SignatureScope,
} from '../../wire/sigv4/index.ts';
import { malformedTrailer, wrongChunkSignature } from './chunk-errors.ts';
import type { ChunkedBody } from './parse-chunks.ts';

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
