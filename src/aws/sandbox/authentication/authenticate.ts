import { accountTime } from '../clock/index.ts';
import type { Message } from '../protocols/index.ts';
import type { AccountState, Anonymous, Credential, RoleRecord } from '../state/index.ts';
import { checkSignedForm } from './signed-form.ts';
import type { AuthenticationContext, RequestSignature } from './types.ts';
import { checkVersion2 } from './version-2.ts';
import { checkVersion4 } from './version-4.ts';

/**
 * Finds who sends the request. Throws a ServiceError unless key, token, expiry, scope, date and signature all hold,
 * and reports the first that fails in this order.
 */
export async function authenticate(
  message: Message,
  signature: RequestSignature,
  context: AuthenticationContext,
): Promise<Credential | Anonymous> {
  const { errors, service } = context;
  switch (signature.kind) {
    case 'none':
      // S3 alone leaves it to the resource's own policy.
      if (service.id === 's3') return { kind: 'anonymous' };
      throw errors.missingAuthentication();
    case 'malformed':
      throw errors.malformedAuthorization(signature.fault, signature.form);
    case 'version-2': {
      if (service.id !== 's3')
        throw errors.malformedAuthorization({ kind: 'algorithm', got: 'AWS' }, signature.form);
      const credential = findCredential(signature, context);
      checkVersion2(message, signature, credential, context);
      noteUse(credential, context.region ?? GLOBAL_REGION, context);
      return credential;
    }
    case 'form': {
      const credential = await checkSignedForm(signature, () => findCredential(signature, context), context);
      noteUse(credential, signature.version4?.scope.region ?? context.region ?? GLOBAL_REGION, context);
      return credential;
    }
    case 'signed': {
      const { accessKeyId, region } = signature.scope;
      const find = () => findCredential({ accessKeyId, token: signature.token }, context);
      const credential = await checkVersion4(message, signature, find, context);
      noteUse(credential, region, context);
      return credential;
    }
  }
}

const GLOBAL_REGION = 'us-east-1';

/** Notes when and where a key or a role was last used. */
function noteUse(credential: Credential, region: string, { clock, service }: AuthenticationContext): void {
  const use = { date: accountTime(clock), region };
  if (credential.kind === 'long-term') credential.lastUsed = { ...use, service: service.id };
  if (credential.kind === 'assumed-role') credential.role.lastUsed = use;
}

interface Presented {
  readonly accessKeyId: string;
  readonly token?: string;
}

function findCredential(
  { accessKeyId, token }: Presented,
  { state, clock, errors }: AuthenticationContext,
): Credential {
  const credential = state.credentials.get(accessKeyId);
  if (!credential) throw errors.unknownKey(accessKeyId);
  if (credential.kind === 'long-term') {
    // "An inactive key cannot be used for API calls" (IAM User Guide): it is refused as one that is not there.
    if (credential.status === 'Inactive') throw errors.unknownKey(accessKeyId);
    if (token !== undefined) throw errors.tokenInvalid(token);
    return credential;
  }
  if (token === undefined) throw errors.tokenMissing(accessKeyId);
  if (token !== credential.token) throw errors.tokenInvalid(token);
  // A session that outlives its role has nobody's permissions; a user's session ends with the user.
  if (credential.kind === 'assumed-role' && !hasRole(state, credential.role))
    throw errors.tokenInvalid(token);
  if (clock.account() >= credential.expiration) throw errors.tokenExpired(token);
  return credential;
}

function hasRole({ roles }: AccountState, role: RoleRecord): boolean {
  return roles.get(role.name.toLowerCase()) === role;
}
