import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { toBase64 } from '@smithy/core/serde';

/**
 * Query parameters that name a part of a resource, or change its answer: the signature covers them.
 * Source: S3 User Guide, "Signing and authenticating REST requests (AWS signature version 2)".
 */
const COVERED = new Set([
  ...[
    'accelerate',
    'acl',
    'analytics',
    'cors',
    'defaultObjectAcl',
    'delete',
    'inventory',
    'lifecycle',
    'location',
  ],
  ...[
    'logging',
    'metrics',
    'notification',
    'object-lock',
    'partNumber',
    'policy',
    'replication',
    'requestPayment',
  ],
  ...[
    'restore',
    'select',
    'select-type',
    'storageClass',
    'tagging',
    'torrent',
    'uploadId',
    'uploads',
    'versionId',
  ],
  ...['versioning', 'versions', 'website', 'response-cache-control', 'response-content-disposition'],
  ...['response-content-encoding', 'response-content-language', 'response-content-type', 'response-expires'],
]);

/** Parts of a request to S3 that a signature of Version 2 covers. */
export interface Version2Message {
  readonly method: string;
  /** Percent-encoded, beginning with the bucket also where the host names it. */
  readonly resource: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The `Expires` of a query, the `Date` header otherwise; empty where `x-amz-date` is among the headers. */
  readonly date: string;
}

/** The text that is signed. `x-amz-` parameters of the query count as headers, as they do for Version 4. */
export function version2StringToSign(message: Version2Message): string {
  const { method, headers, query, date, resource } = message;
  const plain = (name: string): string => headers.get(name) ?? query.get(name) ?? '';
  const lines = [method, plain('content-md5'), plain('content-type'), date, ...amzHeaders(headers, query)];
  return [...lines, resource + covered(query)].join('\n');
}

/** The signature of a text, in base64. */
export function signVersion2(stringToSign: string, secretAccessKey: string): string {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return toBase64(hmac(sha1, bytes(secretAccessKey), bytes(stringToSign)));
}

function amzHeaders(headers: Headers, query: URLSearchParams): string[] {
  const found = new Map<string, string>();
  for (const [name, value] of [...query, ...headers])
    if (/^x-amz-/i.test(name)) found.set(name.toLowerCase(), value.trim());
  return [...found].map(([name, value]) => `${name}:${value}`).sort();
}

function covered(query: URLSearchParams): string {
  const parts = [...query].filter(([name]) => COVERED.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = parts.map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  return texts.length > 0 ? `?${texts.join('&')}` : '';
}
