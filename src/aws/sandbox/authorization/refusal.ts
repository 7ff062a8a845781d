import { ServiceError } from '../errors/index.ts';
import {
  type AccessDecision,
  type AccessRequest,
  findDenial,
  type PolicySet,
  type PolicyType,
} from '../policy-engine/index.ts';
import {
  type AccountState,
  type Caller,
  credentialOwner,
  type DeniedRequest,
  identitiesOf,
  identityOf,
  type ManagedPolicy,
  policyNames,
} from '../state/index.ts';

interface Refused {
  readonly by: PolicyType;
}

/** Finds what decided against a request: the denying statement, or the policies without an allowing one. */
export function decidingRefusal(
  { by }: Refused,
  policies: PolicySet,
  request: AccessRequest,
  { caller, state }: { readonly caller: Caller; readonly state: AccountState },
): DeniedRequest {
  const names = namesOf(by, caller, state);
  const denial = findDenial(documentsOf(by, policies), request);
  return {
    action: request.action,
    resource: request.resource,
    caller: identityOf(caller, state).arn,
    by,
    ...(denial && {
      denial: { policy: names[denial.document], statement: JSON.stringify(denial.statement) },
    }),
    policies: names,
  };
}

function documentsOf(by: PolicyType, policies: PolicySet): readonly unknown[] {
  const { identity, session = [] } = policies;
  if (by === 'identity') return identity;
  if (by === 'session') return session;
  return policies[by] === undefined ? [] : [policies[by]];
}

/** Policies of a session, of a resource and of a role's trust have no names. */
function namesOf(by: PolicyType, caller: Caller, state: AccountState): readonly string[] {
  if (caller.kind === 'service' || caller.kind === 'anonymous') return [];
  const owner = credentialOwner(caller);
  if (by === 'identity') return policyNames(state, owner);
  return by === 'boundary' && owner.permissionsBoundary ? [owner.permissionsBoundary.name] : [];
}

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
