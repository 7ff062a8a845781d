import type { Message } from '../protocols/index.ts';
import { malformed, parseScope, readVersion4 } from './parse-version-4.ts';
import { parseDateHeader } from './timestamp.ts';
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

/** Tells whether a query is signed by Version 2. boto3, AWS CLI v1 and s3cmd still presign URLs of S3 so. */
function isVersion2(query: URLSearchParams): boolean {
  return query.has('AWSAccessKeyId') && query.has('Signature');
}

/** Reads a signature of Version 2: `Authorization: AWS AKID:SIGNATURE`, or a query. */
function readVersion2({ headers, url }: Message): RequestSignature {
  const header = headers.get('authorization');
  return header === null ? fromQuery(url.searchParams) : fromHeader(header, headers);
}

function fromHeader(header: string, headers: Headers): RequestSignature {
  const [, accessKeyId, signature] = /^AWS ([^:\s]+):(\S+)$/.exec(header.trim()) ?? [];
  if (!accessKeyId || !signature) return malformed('header', { kind: 'algorithm', got: 'AWS' });
  const amzDate = headers.get('x-amz-date');
  const date = amzDate ?? headers.get('date') ?? '';
  const time = parseDateHeader(date)?.time;
  if (!time) return malformed('header', { kind: 'date', got: date });
  const token = headers.get('x-amz-security-token') ?? undefined;
  // `x-amz-date`, if present, is signed among the headers instead.
  const signedDate = amzDate === null ? date : '';
  return { kind: 'version-2', form: 'header', accessKeyId, signature, token, time, signedDate };
}

function fromQuery(query: URLSearchParams): RequestSignature {
  const expires = query.get('Expires');
  if (expires === null) return malformed('query', { kind: 'missing', form: 'version-2', names: ['Expires'] });
  if (!/^\d{1,12}$/.test(expires)) return malformed('query', { kind: 'epoch', got: expires });
  return {
    ...{ kind: 'version-2', form: 'query', signedDate: expires, time: new Date(Number(expires) * 1000) },
    accessKeyId: query.get('AWSAccessKeyId') ?? '',
    signature: query.get('Signature') ?? '',
    token: query.get('x-amz-security-token') ?? undefined,
  };
}
