import type { AccountState, Credential, IamIdentity, PolicyText, RoleRecord, UserRecord } from './types.ts';

/** The groups of a user, in the order of their making. */
export function groupsOf(state: AccountState, user: UserRecord) {
  return [...state.groups.values()].filter(({ members }) => members.has(user));
}

/** The user or role whose permissions a credential has. */
export function credentialOwner(credential: Credential): UserRecord | RoleRecord {
  return credential.kind === 'assumed-role' ? credential.role : credential.user;
}

/** The identities whose policies a user or role has: itself, then the user's groups. */
export function identitiesOf(state: AccountState, owner: UserRecord | RoleRecord): IamIdentity[] {
  return 'userId' in owner ? [owner, ...groupsOf(state, owner)] : [owner];
}

/** All identity-based policies of a user or role: its own, then those of its groups. */
export function identityPolicies(state: AccountState, owner: UserRecord | RoleRecord): PolicyText[] {
  return identitiesOf(state, owner).flatMap(({ inlinePolicies, attachedPolicies }) => [
    ...inlinePolicies.values(),
    ...[...attachedPolicies].map(({ defaultVersion }) => defaultVersion),
  ]);
}

/** The names of the identity-based policies of a user or role, in the order of their documents. */
export function policyNames(state: AccountState, owner: UserRecord | RoleRecord): string[] {
  return identitiesOf(state, owner).flatMap(({ inlinePolicies, attachedPolicies }) => [
    ...inlinePolicies.keys(),
    ...[...attachedPolicies].map(({ name }) => name),
  ]);
}
