import type { ServiceMetadata } from '../../wire/models/index.ts';
import { ServiceError } from '../errors/index.ts';
import type { Message } from '../protocols/index.ts';
import type { Signed } from './types.ts';

/**
 * Throws where S3 would heed a header that the signature does not cover: whoever holds a presigned URL to put an
 * object could else make it copy another. Text and element as seen on S3.
 */
export function checkSignedHeaders({ headers }: Message, signature: Signed, service: ServiceMetadata): void {
  if (service.id !== 's3') return;
  const missing = [...headers.keys()].filter(
    (name) => mustBeSigned(name) && !signature.signedHeaders.includes(name),
  );
  if (missing.length > 0)
    throw new ServiceError(
      403,
      'AccessDenied',
      'There were headers present in the request which were not signed',
      { HeadersNotSigned: missing.join(', ') },
    );
}

/** The hash of the body stands in the signature itself, listed or not. */
function mustBeSigned(name: string): boolean {
  return name === 'content-md5' || (name.startsWith('x-amz-') && name !== 'x-amz-content-sha256');
}
