import { type AccountState, type Credential, identityOf } from './state/index.ts';
import type { AccessKey, KeyOwner } from './types.ts';

/** Finds the owner of a key; undefined where a request with it would be refused as unknown. */
export function ownerOfKey(key: AccessKey, state: AccountState): KeyOwner | undefined {
  const credential = state.credentials.get(key.accessKeyId);
  if (!credential || !isUsable(credential, key, state)) return undefined;
  const { arn } = identityOf(credential, state);
  if (credential.kind === 'long-term') return { arn };
  const mfa = credential.kind !== 'federated' && credential.mfaTime !== undefined;
  return { arn, session: { issued: credential.issued, expires: credential.expiration, mfa } };
}

function isUsable(credential: Credential, key: AccessKey, { roles }: AccountState): boolean {
  if (credential.secretAccessKey !== key.secretAccessKey) return false;
  if (credential.kind === 'long-term')
    return key.sessionToken === undefined && credential.status === 'Active';
  if (credential.token !== key.sessionToken) return false;
  return (
    credential.kind !== 'assumed-role' || roles.get(credential.role.name.toLowerCase()) === credential.role
  );
}
