import type { ServiceMetadata } from '../../wire/models/index.ts';
import { type Clock, timestamp } from '../clock/index.ts';
import type { ErrorCatalogue } from '../errors/index.ts';
import type { Message } from '../protocols/index.ts';
import type { AccountState, Credential, RoleRecord } from '../state/index.ts';
import { checkPayload, payloadHash } from './payload.ts';
import { checkSignature } from './signature.ts';
import { checkSignedHeaders } from './signed-headers.ts';
import type { Proof, Signed } from './types.ts';

/** S3 states it in its error; most services were measured to allow as much. */
const ALLOWED_SKEW_MINUTES = 15;

export interface AuthenticationContext {
  readonly service: ServiceMetadata;
  /** Of the endpoint; undefined where the host says nothing (an endpoint URL). */
  readonly region: string | undefined;
  readonly state: AccountState;
  readonly clock: Clock;
  readonly errors: ErrorCatalogue;
}

/**
 * Who sends the request. Throws a ServiceError unless key, token, expiry, scope, date and signature all hold,
 * and reports the first that fails in this order.
 */
export async function authenticate(
  message: Message,
  proof: Proof,
  context: AuthenticationContext,
): Promise<Credential> {
  const { errors } = context;
  if (proof.kind === 'none') throw errors.missingAuthentication();
  if (proof.kind === 'malformed') throw errors.malformedAuthorization(proof.fault, proof.form);
  checkScope(proof, context);
  const credential = findCredential(proof, context);
  checkTime(proof, context);
  const hash = payloadHash(message, proof, context.service);
  await checkSignature(message, proof, credential, hash, errors);
  checkSignedHeaders(message, proof, context.service);
  checkPayload(message, hash, context.service);
  noteUse(credential, proof, context);
  return credential;
}

/** Keys and roles know when they were last used. */
function noteUse(credential: Credential, { scope }: Signed, { clock, service }: AuthenticationContext): void {
  const use = { date: timestamp(clock), region: scope.region };
  if (credential.kind === 'long-term') credential.lastUsed = { ...use, service: service.id };
  if (credential.kind === 'assumed-role') credential.role.lastUsed = use;
}

function findCredential(proof: Signed, { state, clock, errors }: AuthenticationContext): Credential {
  const credential = state.credentials.get(proof.scope.accessKeyId);
  if (!credential) throw errors.unknownKey(proof.scope.accessKeyId);
  if (credential.kind === 'long-term') {
    // "An inactive key cannot be used for API calls" (IAM User Guide): it is refused as one that is not there.
    if (credential.status === 'Inactive') throw errors.unknownKey(proof.scope.accessKeyId);
    if (proof.token !== undefined) throw errors.tokenInvalid(proof.token);
    return credential;
  }
  if (proof.token === undefined) throw errors.tokenMissing(proof.scope.accessKeyId);
  if (proof.token !== credential.token) throw errors.tokenInvalid(proof.token);
  // A session that outlives its role has nobody's permissions; that of a user ends with the user.
  if (credential.kind === 'assumed-role' && !hasRole(state, credential.role))
    throw errors.tokenInvalid(proof.token);
  if (clock.account() >= credential.expiration) throw errors.tokenExpired(proof.token);
  return credential;
}

function hasRole({ roles }: AccountState, role: RoleRecord): boolean {
  return roles.get(role.name.toLowerCase()) === role;
}

function checkScope(
  { form, scope, timestamp }: Signed,
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
function checkTime(proof: Signed, { clock, errors, service }: AuthenticationContext): void {
  const allowed = (service.skewMinutes ?? ALLOWED_SKEW_MINUTES) * 60_000;
  const now = clock.wall();
  const age = now.getTime() - proof.time.getTime();
  const skew = { requestTime: proof.time, now, allowed };
  if (age < -allowed) throw errors.tooNew(skew);
  if (proof.expiresSeconds === undefined) {
    if (age > allowed) throw errors.tooOld(skew);
    return;
  }
  const elapsed = clock.elapsedSince(proof.time);
  if (age + elapsed > proof.expiresSeconds * 1000)
    throw errors.presignedExpired(proof.time, proof.expiresSeconds, new Date(now.getTime() + elapsed));
}
