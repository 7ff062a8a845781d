import type { AuthorizationFault, SignatureForm } from '../errors/index.ts';
import type { Message } from '../protocols/index.ts';
import { parseBasicTime, parseDateHeader } from './timestamp.ts';
import type { CredentialScope, RequestSignature } from './types.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const WEEK_SECONDS = 604_800;

/** Reads a signature of Version 4, from the `Authorization` header or from a query. */
export function readVersion4({ headers, url }: Message): RequestSignature {
  const header = headers.get('authorization');
  return header === null ? fromQuery(url.searchParams) : fromHeader(header.trim(), headers);
}

function fromHeader(header: string, headers: Headers): RequestSignature {
  const [algorithm = '', ...rest] = header.split(' ');
  if (algorithm !== ALGORITHM) return malformed('header', { kind: 'algorithm', got: algorithm });
  const parameters = new Map<string, string>();
  for (const part of rest.join(' ').split(',')) {
    const text = part.trim();
    const equals = text.indexOf('=');
    if (text === '') continue;
    if (equals < 0) return malformed('header', { kind: 'parameter', got: text, header });
    const name = text.slice(0, equals);
    if (parameters.has(name)) return malformed('header', { kind: 'repeated', name });
    parameters.set(name, text.slice(equals + 1));
  }
  const amzDate = headers.get('x-amz-date');
  const date = amzDate ?? headers.get('date');
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parameters.get(name));
  if (date === null) missing.push('Date');
  if (missing.length > 0) return malformed('header', { kind: 'missing', form: 'header', names: missing });
  const moment = parseDateHeader(date ?? '');
  if (!moment) return malformed('header', { kind: 'date', got: date ?? '' });
  return signed('header', (name) => parameters.get(name) ?? '', moment, {
    token: headers.get('x-amz-security-token') ?? undefined,
  });
}

function fromQuery(query: URLSearchParams): RequestSignature {
  const twice = repeatedIn(query);
  if (twice !== undefined) return malformed('query', { kind: 'repeated', name: twice });
  const algorithm = query.get('X-Amz-Algorithm') ?? '';
  if (algorithm !== ALGORITHM) return malformed('query', { kind: 'algorithm', got: algorithm });
  const names = ['Credential', 'Signature', 'SignedHeaders', 'Date', 'Expires'];
  const missing = names.filter((name) => !query.get(`X-Amz-${name}`));
  if (missing.length > 0) return malformed('query', { kind: 'missing', form: 'query', names: missing });
  const timestamp = query.get('X-Amz-Date') ?? '';
  const time = parseBasicTime(timestamp);
  if (!time) return malformed('query', { kind: 'date', got: timestamp });
  const expires = query.get('X-Amz-Expires') ?? '';
  if (!/^\d+$/.test(expires) || Number(expires) > WEEK_SECONDS)
    return malformed('query', { kind: 'expires', got: expires });
  return signed(
    'query',
    (name) => query.get(`X-Amz-${name}`) ?? '',
    { time, timestamp },
    {
      token: query.get('X-Amz-Security-Token') ?? undefined,
      expiresSeconds: Number(expires),
    },
  );
}

/** Of two, one would be checked and the other perhaps used; in other letters a name is the same. */
function repeatedIn(query: URLSearchParams): string | undefined {
  const seen = new Set<string>();
  return [...query.keys()].find((name) => {
    const known = name.toLowerCase();
    if (!/^x-amz-(algorithm|credential|date|expires|signature|signedheaders|security-token)$/.test(known))
      return false;
    const isRepeated = seen.has(known);
    seen.add(known);
    return isRepeated;
  });
}

function signed(
  form: SignatureForm,
  parameter: (name: 'Credential' | 'SignedHeaders' | 'Signature') => string,
  moment: { time: Date; timestamp: string },
  rest: { token?: string; expiresSeconds?: number },
): RequestSignature {
  const scope = parseScope(parameter('Credential'));
  if (!scope) return malformed(form, { kind: 'credential', got: parameter('Credential') });
  const signedHeaders = parameter('SignedHeaders').split(';');
  if (!signedHeaders.includes('host')) return malformed(form, { kind: 'unsigned-host' });
  return {
    kind: 'signed',
    form,
    scope,
    signedHeaders,
    signature: parameter('Signature'),
    ...moment,
    ...rest,
  };
}

/** Reads `Credential`; undefined where it lacks one of its five parts. */
export function parseScope(credential: string): CredentialScope | undefined {
  const parts = credential.split('/');
  const [accessKeyId, day, region, service, terminator] = parts;
  if (parts.length !== 5 || !accessKeyId || !day || !region || !service || !terminator) return undefined;
  return { accessKeyId, day, region, service, terminator };
}

/** A signature that cannot be read. */
export function malformed(
  form: SignatureForm,
  fault: AuthorizationFault,
): Extract<RequestSignature, { kind: 'malformed' }> {
  return { kind: 'malformed', form, fault };
}
