import { fromUtf8 } from '@smithy/core/serde';
import { ServiceError } from '../../errors/index.ts';
import { ALGORITHM_NAMES, DEFAULT_ALGORITHM, fullChecksum } from './checksums.ts';
import type { Checksum } from './state/index.ts';

/** "5 GB" for one PutObject or UploadPart (S3 User Guide). */
const MAX_BODY_BYTES = 5 * 1024 ** 3;

/** A body as its bytes; an operation called without one has none. */
export function bytesOf(body: unknown): Uint8Array {
  const bytes = body instanceof Uint8Array ? body : fromUtf8(typeof body === 'string' ? body : '');
  if (bytes.length <= MAX_BODY_BYTES) return bytes;
  throw new ServiceError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    ProposedSize: String(bytes.length),
    MaxSizeAllowed: String(MAX_BODY_BYTES),
  });
}

/** The checksum that came with a body, which has been checked, else the one that S3 computes itself. */
export async function checksumOf(input: object, body: Uint8Array): Promise<Checksum> {
  const stated = statedAlgorithm(input);
  return fullChecksum(stated ?? DEFAULT_ALGORITHM, body);
}

/** The algorithm whose checksum an input carries. */
export function statedAlgorithm(input: object): string | undefined {
  return ALGORITHM_NAMES.find((name) => (input as Record<string, unknown>)[`Checksum${name}`] !== undefined);
}

/** S3 keeps times in whole seconds. */
export function inWholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
