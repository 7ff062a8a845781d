import { fromUtf8 } from '@smithy/core/serde';
import type { RequestSignature, Signed } from '../../authentication/index.ts';
import { type ChunkSigning, decodeChunked } from '../../chunked/index.ts';
import type { Clock } from '../../clock/index.ts';
import { type Caller, ServiceError } from '../../operation/index.ts';
import type { Message } from '../../protocols/index.ts';
import { ALGORITHM_NAMES, DEFAULT_ALGORITHM, fullChecksum } from './checksums.ts';
import type { Checksum } from './state/index.ts';

/**
 * Parameters that never stand for a header: those of the signature itself, and checksums. Some SDKs sign the checksum
 * of no bytes into the URL; S3 was seen to take any body with it (localstack issue 12169).
 */
const NO_HEADER =
  /^x-amz-(algorithm|credential|date|expires|signature|signedheaders|checksum-\w+|sdk-checksum-algorithm)$/i;

/**
 * Reads S3's part of a message once its signature holds: a body out of its chunks, and the `x-amz-` headers that
 * presigning put into the query. Throws a ServiceError, also where a form breaks its policy.
 */
export async function receive(
  message: Message,
  signature: RequestSignature,
  caller: Caller,
  clock: Clock,
): Promise<Message> {
  switch (signature.kind) {
    case 'signed':
      return decodeChunked(
        signature.form === 'query' ? unhoisted(message) : message,
        signingOf(signature, caller),
      );
    case 'version-2':
      return decodeChunked(signature.form === 'query' ? unhoisted(message) : message, undefined);
    case 'form':
      (await import(/* webpackChunkName: "s3-objects" */ './form-post/index.ts')).checkPostedForm(
        signature,
        message,
        clock,
      );
      return message;
    default:
      return decodeChunked(message, undefined);
  }
}

function signingOf({ scope, timestamp, signature }: Signed, caller: Caller): ChunkSigning | undefined {
  if (!('secretAccessKey' in caller)) return undefined;
  const { accessKeyId, secretAccessKey } = caller;
  const { day, region, service } = scope;
  return { seed: signature, scope: { accessKeyId, secretAccessKey, day, region, service, timestamp } };
}

function unhoisted(message: Message): Message {
  const headers = new Headers(message.headers);
  for (const [name, value] of message.url.searchParams)
    if (/^x-amz-/i.test(name) && !NO_HEADER.test(name) && !headers.has(name)) headers.set(name, value);
  return { ...message, headers };
}

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
