import type { PolicySet, PolicyStatement, RequestPrincipal } from '../policy-engine/index.ts';
import { toList } from '../policy-engine/one-or-more.ts';
import {
  type AccountState,
  type Caller,
  credentialOwner,
  identityOf,
  identityPolicies,
  type PermissionLog,
} from '../state/index.ts';

/** The policies that bear on what a caller asks for. */
export function policiesOf(caller: Caller, state: AccountState): PolicySet {
  if (caller.kind === 'service' || caller.kind === 'anonymous') return { identity: [] };
  const owner = credentialOwner(caller);
  return {
    identity: identityPolicies(state, owner).map(({ document }) => document),
    boundary: owner.permissionsBoundary?.defaultVersion.document,
    session: 'sessionPolicies' in caller ? caller.sessionPolicies : undefined,
  };
}

/** The caller as trust policies name it. */
export function principalOf(caller: Caller, state: AccountState): RequestPrincipal {
  if (caller.kind === 'service') return { service: caller.name };
  if (caller.kind === 'anonymous') return { anonymous: true };
  return {
    accountId: state.account.id,
    arn: identityOf(caller, state).arn,
    roleArn: caller.kind === 'assumed-role' ? caller.role.arn : undefined,
  };
}

/** Notes a permission that policies gave, and what the policies of the caller allow in all. */
export function notePermission(
  log: PermissionLog,
  permission: { readonly principal: string; readonly action: string; readonly resource: string },
  { identity }: PolicySet,
): void {
  const { principal, action, resource } = permission;
  log.used.set(JSON.stringify([principal, action, resource]), permission);
  const granted = log.granted.get(principal) ?? new Set<string>();
  for (const document of identity) for (const one of allowedActions(document)) granted.add(one);
  log.granted.set(principal, granted);
}

function allowedActions(document: unknown): readonly string[] {
  const { Statement } = document as { Statement?: PolicyStatement | readonly PolicyStatement[] };
  return toList(Statement).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? toList(Action) : []));
}
