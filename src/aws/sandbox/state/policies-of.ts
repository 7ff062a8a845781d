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

function ownPolicies({ inlinePolicies, attachedPolicies }: IamIdentity): PolicyText[] {
  return [...inlinePolicies.values(), ...[...attachedPolicies].map(({ defaultVersion }) => defaultVersion)];
}
