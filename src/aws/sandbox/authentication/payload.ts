import type { ServiceMetadata } from '../../wire/models/index.ts';
import { sha256Hex, UNSIGNED_PAYLOAD } from '../../wire/sigv4/index.ts';
import { STREAMING } from '../chunked/index.ts';
import { ServiceError } from '../errors/index.ts';
import type { Message } from '../protocols/index.ts';
import type { Signed } from './types.ts';

const HEADER = 'x-amz-content-sha256';

/** Returns the payload hash that a signature covers: on S3 as the client states it, elsewhere the body's own. */
export function payloadHash(message: Message, signature: Signed, service: ServiceMetadata): string {
  if (service.id !== 's3') return sha256Hex(message.body);
  const stated = message.headers.get(HEADER);
  if (stated !== null) return stated;
  if (signature.form === 'query') return UNSIGNED_PAYLOAD;
  throw new ServiceError(
    400,
    'InvalidRequest',
    'Missing required header for this request: x-amz-content-sha256',
  );
}

/** Reads the payload hash that a request to S3 states; Version 2 demands none. */
export function statedHash({ headers }: Pick<Message, 'headers'>): string {
  return headers.get(HEADER) ?? UNSIGNED_PAYLOAD;
}

/** Throws where S3's stated hash is not the body's. Texts of S3. */
export function checkPayload(message: Message, hash: string, service: ServiceMetadata): void {
  if (service.id !== 's3' || hash === UNSIGNED_PAYLOAD || Object.hasOwn(STREAMING, hash)) return;
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new ServiceError(
      400,
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
      { ArgumentName: HEADER, ArgumentValue: hash },
    );
  const actual = sha256Hex(message.body);
  if (actual !== hash)
    throw new ServiceError(
      400,
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
      { ClientComputedContentSHA256: hash, S3ComputedContentSHA256: actual },
    );
}
