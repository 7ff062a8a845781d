import type { AccountState, IamIdentity, PolicyText, RoleRecord, UserRecord } from './types.ts';

/** The groups of a user, in the order of their making. */
export function groupsOf(state: AccountState, user: UserRecord) {
  return [...state.groups.values()].filter(({ members }) => members.has(user));
}

/** All identity-based policies of a user: its own, then those of its groups. */
export function userPolicies(state: AccountState, user: UserRecord): PolicyText[] {
  return [user, ...groupsOf(state, user)].flatMap(ownPolicies);
}

/** All identity-based policies of a role. */
export function rolePolicies(role: RoleRecord): PolicyText[] {
  return ownPolicies(role);
}

/** The names of the identity-based policies of a user or role, in the order of their documents. */
export function policyNames(state: AccountState, owner: UserRecord | RoleRecord): string[] {
  const groups = 'userId' in owner ? groupsOf(state, owner) : [];
  return [owner, ...groups].flatMap(({ inlinePolicies, attachedPolicies }) => [
    ...inlinePolicies.keys(),
    ...[...attachedPolicies].map(({ name }) => name),
  ]);
}

function ownPolicies({ inlinePolicies, attachedPolicies }: IamIdentity): PolicyText[] {
  return [...inlinePolicies.values(), ...[...attachedPolicies].map(({ defaultVersion }) => defaultVersion)];
}
