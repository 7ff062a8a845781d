import { ServiceError } from '../errors/index.ts';
import type { AccessDecision } from '../policy-engine/index.ts';
import {
  type AccountState,
  type Caller,
  credentialOwner,
  identitiesOf,
  type ManagedPolicy,
} from '../state/index.ts';

/**
 * Refuses a request whose answer depends on a policy of AWS that is not shipped: one that could allow what the others
 * do not, or deny what they allow. Our wording.
 */
export function refuseUndecidable(
  verdict: AccessDecision,
  caller: Caller,
  state: AccountState,
  action: string,
): void {
  if (caller.kind === 'service' || caller.kind === 'anonymous' || (!verdict.allowed && verdict.explicit))
    return;
  const owner = credentialOwner(caller);
  const attached = identitiesOf(state, owner).flatMap(({ attachedPolicies }) => [...attachedPolicies]);
  const bounds = owner.permissionsBoundary?.unshipped ? owner.permissionsBoundary : undefined;
  const decisive = bounds ?? attached.find((policy) => decides(policy, verdict));
  if (decisive)
    throw new ServiceError(
      501,
      'NotImplemented',
      `The answer to ${action} depends on ${decisive.arn}, whose document the Tejun sandbox does not have.`,
    );
}

/** Tells whether the unshipped policy could change the decision: an attached policy cannot allow what a boundary or session policy leaves out. */
function decides({ unshipped }: ManagedPolicy, verdict: AccessDecision): boolean {
  if (!unshipped) return false;
  return verdict.allowed ? unshipped.denies : verdict.by === 'identity';
}
