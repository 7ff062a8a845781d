import type { RequestSignature, Signed } from '../../authentication/index.ts';
import { type ChunkSigning, decodeChunked } from '../../chunked/index.ts';
import type { Clock } from '../../clock/index.ts';
import type { Caller } from '../../operation/index.ts';
import type { Message } from '../../protocols/index.ts';

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
