import type { CORSRule } from '@aws-sdk/client-s3';
import { type IncomingRequest, ServiceError } from '../../operation/index.ts';
import { bucketsOf } from './state/index.ts';

const VARY = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method';

/**
 * Answers what a browser asks before a request to another origin. Texts and headers as recorded on S3, but for one line.
 *
 * @throws ServiceError where no rule of the bucket allows the request
 */
export function preflight(
  { message: { headers }, state }: IncomingRequest,
  { bucket = '', key }: { readonly bucket?: string; readonly key?: string },
): Response {
  const origin = headers.get('origin');
  if (origin === null)
    throw new ServiceError(400, 'BadRequest', 'Insufficient information. Origin request header needed.');
  const method = headers.get('access-control-request-method');
  if (method === null)
    // Our wording.
    throw new ServiceError(400, 'BadRequest', 'Invalid Access-Control-Request-Method: null');
  const asked = (headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const rules = bucketsOf(state).get(bucket)?.settings.cors;
  const rule = rules?.find(
    (one) => allows(one, origin, method) && asked.every((name) => allowsHeader(one, name)),
  );
  if (!rule)
    throw new ServiceError(403, 'AccessForbidden', rules ? NOT_ALLOWED : NOT_ENABLED, {
      Method: method,
      ResourceType: key === undefined ? 'BUCKET' : 'OBJECT',
    });
  const answer = new Headers({ ...headersOf(rule, origin), 'content-length': '0' });
  if (asked.length > 0) answer.set('access-control-allow-headers', asked.join(', '));
  return new Response(null, { status: 200, headers: answer });
}

const NOT_ENABLED = 'CORSResponse: CORS is not enabled for this bucket.';
const NOT_ALLOWED =
  "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

/** Adds to an answer what lets a browser show it to a page of another origin, where a rule of the bucket allows that. */
export function withCors(
  response: Response,
  { message: { headers, method }, state }: IncomingRequest,
  { bucket = '' }: { readonly bucket?: string },
): Response {
  const origin = headers.get('origin');
  const rule = bucketsOf(state)
    .get(bucket)
    ?.settings.cors?.find((one) => origin !== null && allows(one, origin, method));
  if (!rule || origin === null) return response;
  const answer = new Headers(response.headers);
  for (const [name, value] of Object.entries(headersOf(rule, origin))) answer.set(name, value);
  return new Response(response.body, { status: response.status, headers: answer });
}

function allows(
  { AllowedOrigins = [], AllowedMethods = [] }: CORSRule,
  origin: string,
  method: string,
): boolean {
  return AllowedMethods.includes(method) && AllowedOrigins.some((pattern) => fits(pattern, origin));
}

const allowsHeader = ({ AllowedHeaders = [] }: CORSRule, name: string): boolean =>
  AllowedHeaders.some((pattern) => fits(pattern.toLowerCase(), name));

/** A pattern has one `*` at most. */
function fits(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === text;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

function headersOf(rule: CORSRule, origin: string): Record<string, string> {
  const { AllowedOrigins = [], AllowedMethods = [], ExposeHeaders = [], MaxAgeSeconds } = rule;
  const isAny = AllowedOrigins.find((pattern) => fits(pattern, origin)) === '*';
  return {
    'access-control-allow-origin': isAny ? '*' : origin,
    'access-control-allow-methods': AllowedMethods.join(', '),
    ...(isAny ? {} : { 'access-control-allow-credentials': 'true' }),
    ...(ExposeHeaders.length > 0 ? { 'access-control-expose-headers': ExposeHeaders.join(', ') } : {}),
    ...(MaxAgeSeconds === undefined ? {} : { 'access-control-max-age': String(MaxAgeSeconds) }),
    vary: VARY,
  };
}
