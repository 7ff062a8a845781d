import type { Message } from '../protocols/index.ts';
import { malformed } from './parse-version-4.ts';
import { parseDateHeader } from './timestamp.ts';
import type { RequestSignature } from './types.ts';

/** Tells whether a query is signed by Version 2. boto3, AWS CLI v1 and s3cmd still presign URLs of S3 so. */
export function isVersion2(query: URLSearchParams): boolean {
  return query.has('AWSAccessKeyId') && query.has('Signature');
}

/** Reads a signature of Version 2: `Authorization: AWS AKID:SIGNATURE`, or a query. */
export function readVersion2({ headers, url }: Message): RequestSignature {
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
