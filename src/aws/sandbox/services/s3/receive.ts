import type { Proof } from '../../authentication/index.ts';
import { decodeChunked } from '../../chunked/index.ts';
import type { Message } from '../../protocols/index.ts';
import type { Credential } from '../../state/index.ts';

/** Parameters of the signature itself, which never stand for a header. */
const OF_THE_SIGNATURE = /^x-amz-(algorithm|credential|date|expires|signature|signedheaders)$/i;

/**
 * What S3 reads of a message once its signature holds: a body out of its chunks, and the `x-amz-` headers that
 * presigning put into the query. Throws a ServiceError.
 */
export function receive(message: Message, proof: Proof, caller: Credential): Promise<Message> {
  if (proof.kind !== 'signed') return Promise.resolve(message);
  const { accessKeyId, secretAccessKey } = caller;
  const { day, region, service } = proof.scope;
  const scope = { accessKeyId, secretAccessKey, day, region, service, timestamp: proof.timestamp };
  return decodeChunked(proof.form === 'query' ? unhoisted(message) : message, proof.signature, scope);
}

function unhoisted(message: Message): Message {
  const headers = new Headers(message.headers);
  for (const [name, value] of message.url.searchParams)
    if (/^x-amz-/i.test(name) && !OF_THE_SIGNATURE.test(name) && !headers.has(name)) headers.set(name, value);
  return { ...message, headers };
}
