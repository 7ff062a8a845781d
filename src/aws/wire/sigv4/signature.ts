import { Sha256 } from '@aws-crypto/sha256-js';
import {
  ALGORITHM_IDENTIFIER,
  createScope,
  getCanonicalHeaders,
  getCanonicalQuery,
  getSigningKey,
  UNSIGNED_PAYLOAD,
} from '@smithy/signature-v4';
import { canonicalPath, queryBag } from './canonical.ts';

/** A received signature, with the parts of the request that it covers. */
export interface SignedMessage {
  readonly method: string;
  readonly url: URL;
  /** Percent-encoded, as it was sent. */
  readonly path: string;
  /** The value of a header by its lower-case name; `host` included. */
  header(name: string): string | undefined;
  readonly signedHeaders: readonly string[];
  /** Hex SHA-256 of the body, or what stands for it. */
  readonly payloadHash: string;
}

export interface SignatureScope {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `20260105` */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  /** `20260105T000000Z` */
  readonly timestamp: string;
}

export interface ComputedSignature {
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  /** Lower-case hex. */
  readonly signature: string;
}

/** The signature that a message must have. Throws a URIError where the path cannot be decoded. */
export async function computeSignature(
  message: SignedMessage,
  scope: SignatureScope,
): Promise<ComputedSignature> {
  const canonicalRequest = canonicalForm(message, scope.service);
  const stringToSign = [
    ALGORITHM_IDENTIFIER,
    scope.timestamp,
    createScope(scope.day, scope.region, scope.service),
    sha256Hex(canonicalRequest),
  ].join('\n');
  return { canonicalRequest, stringToSign, signature: await signText(stringToSign, scope) };
}

/** A string to sign, signed: lower-case hex. */
export async function signText(stringToSign: string, scope: SignatureScope): Promise<string> {
  // The library keeps derived keys, so that a session's requests derive theirs once.
  const key = await getSigningKey(Sha256, scope, scope.day, scope.region, scope.service);
  const hmac = new Sha256(key);
  hmac.update(stringToSign);
  return hex(hmac.digestSync());
}

/** Hex SHA-256 of a text (UTF-8) or bytes. */
export function sha256Hex(data: string | Uint8Array): string {
  const hash = new Sha256();
  hash.update(data);
  return hex(hash.digestSync());
}

export { UNSIGNED_PAYLOAD };

function canonicalForm(message: SignedMessage, service: string): string {
  const picked: Record<string, string> = Object.create(null);
  for (const name of message.signedHeaders) picked[name] = message.header(name) ?? '';
  const signable = new Set(message.signedHeaders);
  const headers = getCanonicalHeaders({ headers: picked } as never, undefined, signable);
  // In the order that the signature claims, so that none but the canonical one holds.
  const names = message.signedHeaders;
  return [
    message.method,
    canonicalPath(message, service),
    getCanonicalQuery({ query: queryBag(message.url) } as never),
    ...names.map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    names.join(';'),
    message.payloadHash,
  ].join('\n');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
