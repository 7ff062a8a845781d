import type { Message } from '../protocols/index.ts';
import type { Credential } from '../state/index.ts';
import { checkPayload, payloadHash } from './payload.ts';
import { checkSignature } from './signature.ts';
import { checkSignedHeaders } from './signed-headers.ts';
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
