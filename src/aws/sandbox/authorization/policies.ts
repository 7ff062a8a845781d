import type { PolicySet, RequestPrincipal } from '../policy-engine/index.ts';
import {
  type AccountState,
  type Caller,
  credentialOwner,
  identityOf,
  identityPolicies,
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
