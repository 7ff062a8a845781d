import type { Message } from '../../../wire/message/index.ts';
import { ServiceError } from '../../operation/index.ts';

/**
 * Of a body once it is unzipped: a limit of ours. AWS lets a request have 1 MB (API reference,
 * PutMetricData).
 */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Returns a message with its body as it was before a client compressed it: SDKs do so from 10,240 bytes on
 * (trait `requestCompression`). Rejects with a ServiceError.
 */
export async function unzipBody(message: Message): Promise<Message> {
  const zipped = new Blob([message.body as BlobPart]).stream();
  const reader = zipped.pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: BlobPart[] = [];
  let size = 0;
  for (;;) {
    // Our wording: the body is no gzip file.
    const { done, value } = await reader.read().catch(() => {
      throw new ServiceError(400, 'SerializationException', '');
    });
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value as BlobPart);
  }
  return { ...message, body: new Uint8Array(await new Blob(parts).arrayBuffer()) };
}

/** Our wording. */
const tooLarge = () =>
  new ServiceError(413, 'RequestEntityTooLarge', `The request exceeds ${MOST_BYTES} bytes.`);
