import type { ServiceMetadata } from '../../wire/models/index.ts';
import { computeSignature } from '../../wire/sigv4/index.ts';
import { type ErrorCatalogue, ServiceError } from '../errors/index.ts';
import type { Message } from '../protocols/index.ts';
import type { Credential } from '../state/index.ts';
import { checkPayload, payloadHash } from './payload.ts';
import { ALLOWED_SKEW_MS } from './timestamp.ts';
import type { AuthenticationContext, Signed } from './types.ts';

/** Checks a signature of Version 4, and gives the credential that it was made with. Throws a ServiceError. */
export async function checkVersion4(
  message: Message,
  signature: Signed,
  findCredential: () => Credential,
  context: AuthenticationContext,
): Promise<Credential> {
  const { service, errors } = context;
  checkScope(signature, context);
  const credential = findCredential();
  checkTime(signature, context);
  const hash = payloadHash(message, signature, service);
  // AWS looks for headers that are not covered before it looks at the signature.
  checkSignedHeaders(message, signature, service);
  await checkSignature(message, signature, credential, hash, errors);
  checkPayload(message, hash, service);
  return credential;
}

/** Throws a ServiceError where a signature is made for another service, region or day. */
export function checkScope(
  { form, scope, timestamp }: Pick<Signed, 'form' | 'scope' | 'timestamp'>,
  { service, region, errors }: AuthenticationContext,
): void {
  if (scope.terminator !== 'aws4_request')
    throw errors.wrongScope({ part: 'terminator', got: scope.terminator, expected: 'aws4_request' }, form);
  if (scope.service !== service.signingName)
    throw errors.wrongScope({ part: 'service', got: scope.service, expected: service.signingName }, form);
  if (region !== undefined && scope.region !== region)
    throw errors.wrongScope({ part: 'region', got: scope.region, expected: region }, form);
  if (scope.day !== timestamp.slice(0, 8))
    throw errors.wrongScope({ part: 'day', got: scope.day, expected: timestamp.slice(0, 8) }, form);
}

/**
 * Checks the date of a signature by the machine's time: the clocks of real clients cannot be moved. What has elapsed in
 * the account since counts only for a presigned URL, which is kept and used later.
 */
function checkTime(signature: Signed, { clock, errors }: AuthenticationContext): void {
  const now = clock.wall();
  const age = now.getTime() - signature.time.getTime();
  const skew = { requestTime: signature.time, now, allowed: ALLOWED_SKEW_MS };
  if (age < -ALLOWED_SKEW_MS) throw errors.tooNew(skew);
  if (signature.expiresSeconds === undefined) {
    if (age > ALLOWED_SKEW_MS) throw errors.tooOld(skew);
    return;
  }
  const elapsed = clock.elapsedSince(signature.time);
  if (age + elapsed > signature.expiresSeconds * 1000)
    throw errors.presignedExpired({
      expires: new Date(signature.time.getTime() + signature.expiresSeconds * 1000),
      expiresSeconds: signature.expiresSeconds,
      now: new Date(now.getTime() + elapsed),
    });
}

/** Signs the request again with the key that it names. Throws a ServiceError where the two signatures differ. */
async function checkSignature(
  message: Message,
  signed: Signed,
  credential: Credential,
  payloadHash: string,
  errors: ErrorCatalogue,
): Promise<void> {
  const { scope, signedHeaders, timestamp, signature } = signed;
  const { accessKeyId, secretAccessKey } = credential;
  const { day, region, service } = scope;
  const computed = await computeSignature(
    {
      method: message.method,
      url: message.url,
      path: message.path,
      header: (name) => (name === 'host' ? message.host : headerOf(message, name)),
      signedHeaders,
      payloadHash,
    },
    { accessKeyId, secretAccessKey, day, region, service, timestamp },
  ).catch((error: unknown) => {
    if (error instanceof URIError)
      throw new ServiceError(400, 'InvalidURI', "Couldn't parse the specified URI.");
    throw error;
  });
  if (computed.signature === signature) return;
  const { stringToSign, canonicalRequest } = computed;
  throw errors.signatureMismatch({ accessKeyId, signature, stringToSign, canonicalRequest });
}

/** A signature may claim to cover what cannot be a header's name (RFC 9110, 5.6.2): no request has such a one. */
function headerOf({ headers }: Message, name: string): string | undefined {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) ? (headers.get(name) ?? undefined) : undefined;
}

/**
 * Throws where S3 would heed a header that the signature does not cover: whoever holds a presigned URL to put an
 * object could else make it copy another. Text and element as seen on S3.
 */
function checkSignedHeaders({ headers }: Message, signature: Signed, service: ServiceMetadata): void {
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
