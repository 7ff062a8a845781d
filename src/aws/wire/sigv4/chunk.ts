import { type SignatureScope, sha256Hex, signText } from './signature.ts';

const EMPTY_HASH = sha256Hex('');

/**
 * The signature of one chunk of an `aws-chunked` body, which covers the one before it.
 * Source: S3 API reference, "Signature calculations for the authorization header: transferring payload in
 * multiple chunks". Lower-case hex.
 */
export function computeChunkSignature(
  data: Uint8Array,
  previous: string,
  scope: SignatureScope,
): Promise<string> {
  return signText(
    ['AWS4-HMAC-SHA256-PAYLOAD', ...head(scope), previous, EMPTY_HASH, sha256Hex(data)].join('\n'),
    scope,
  );
}

/** The signature of the headers that trail such a body, each as `name:value` and a line feed. */
export function computeTrailerSignature(
  trailer: string,
  previous: string,
  scope: SignatureScope,
): Promise<string> {
  return signText(
    ['AWS4-HMAC-SHA256-TRAILER', ...head(scope), previous, sha256Hex(trailer)].join('\n'),
    scope,
  );
}

function head({ timestamp, day, region, service }: SignatureScope): string[] {
  return [timestamp, `${day}/${region}/${service}/aws4_request`];
}
