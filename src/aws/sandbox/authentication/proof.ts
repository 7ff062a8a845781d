import type { Message } from '../protocols/index.ts';
import { isVersion2, readVersion2 } from './proof-version-2.ts';
import { malformed, parseScope, readVersion4 } from './proof-version-4.ts';
import type { Proof } from './types.ts';

/** Reads how a request is signed, without checking anything against the account. */
export function readProof(message: Message): Proof {
  const proof = read(message);
  return proof.kind === 'malformed' ? { ...proof, service: claimedService(message) } : proof;
}

/** The signing name of the service that a proof is made for, as far as it says. */
export function serviceOf(proof: Proof): string | undefined {
  if (proof.kind === 'signed') return proof.scope.service;
  if (proof.kind === 'version-2' || proof.kind === 'form') return 's3';
  return proof.kind === 'malformed' ? proof.service : undefined;
}

function read(message: Message): Proof {
  const header = message.headers.get('authorization');
  const { searchParams: query } = message.url;
  const inQuery = query.has('X-Amz-Algorithm') || isVersion2(query);
  if (header !== null && inQuery) return malformed('header', { kind: 'two-forms' });
  if (header?.startsWith('AWS ') || isVersion2(query)) return readVersion2(message);
  return header === null && !inQuery ? { kind: 'none' } : readVersion4(message);
}

/** The service that a proof names which is wrong otherwise: its fault is told as that service does. */
function claimedService({ url, headers }: Message): string | undefined {
  const header = headers.get('authorization') ?? '';
  // Of the services here, S3 alone was ever asked so.
  if (header.startsWith('AWS ') || isVersion2(url.searchParams)) return 's3';
  const inHeader = /Credential=([^,\s]+)/.exec(header)?.[1];
  return parseScope(url.searchParams.get('X-Amz-Credential') ?? inHeader ?? '')?.service;
}
