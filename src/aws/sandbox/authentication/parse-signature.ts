import type { Message } from '../protocols/index.ts';
import { isVersion2, readVersion2 } from './parse-version-2.ts';
import { malformed, parseScope, readVersion4 } from './parse-version-4.ts';
import type { RequestSignature } from './types.ts';

/** Reads how a request is signed, without checking anything against the account. */
export function parseSignature(message: Message): RequestSignature {
  const signature = read(message);
  return signature.kind === 'malformed' ? { ...signature, service: claimedService(message) } : signature;
}

/** The signing name of the service that a signature is made for, as far as it says. */
export function serviceOf(signature: RequestSignature): string | undefined {
  if (signature.kind === 'signed') return signature.scope.service;
  if (signature.kind === 'version-2' || signature.kind === 'form') return 's3';
  return signature.kind === 'malformed' ? signature.service : undefined;
}

function read(message: Message): RequestSignature {
  const header = message.headers.get('authorization');
  const { searchParams: query } = message.url;
  const inQuery = query.has('X-Amz-Algorithm') || isVersion2(query);
  if (header !== null && inQuery) return malformed('header', { kind: 'two-forms' });
  if (header?.startsWith('AWS ') || isVersion2(query)) return readVersion2(message);
  return header === null && !inQuery ? { kind: 'none' } : readVersion4(message);
}

/** The service that a signature names which is wrong otherwise: its fault is told as that service does. */
function claimedService({ url, headers }: Message): string | undefined {
  const header = headers.get('authorization') ?? '';
  // Of the services here, S3 alone was ever asked so.
  if (header.startsWith('AWS ') || isVersion2(url.searchParams)) return 's3';
  const inHeader = /Credential=([^,\s]+)/.exec(header)?.[1];
  return parseScope(url.searchParams.get('X-Amz-Credential') ?? inHeader ?? '')?.service;
}
