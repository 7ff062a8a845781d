import { allowanceOf, evaluatePolicies } from './evaluate-policies.ts';
import type { AccessRequest } from './types.ts';

/** The policies that bear on one request, by their types; documents as JSON data. */
export interface PolicySet {
  readonly identity: readonly unknown[];
  /** Absent where no boundary is set. */
  readonly boundary?: unknown;
  /** Absent where the session has none; empty where one was required and not given: nothing is allowed then. */
  readonly session?: readonly unknown[];
  /** Of the role that is asked for: a role's own, resource-based policy. */
  readonly trust?: unknown;
  /** Of the resource that is asked for: a bucket's, queue's or topic's own policy. Absent where it has none. */
  readonly resource?: unknown;
  /** Set where the resource's own policy must name the caller or its account, as a key's must. */
  readonly resourceDecides?: boolean;
}

/** Which type of policy stands against a request. */
export type PolicyType = 'identity' | 'boundary' | 'session' | 'trust' | 'resource';

export type AccessDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly explicit: boolean; readonly by: PolicyType };

/**
 * Judges a request within one account: any denial wins; then boundary and session policies must allow it, and
 * identity-based policies or the resource's own policy. A role's trust policy must name the caller in any case.
 * Source: IAM User Guide, "Determining whether a request is allowed or denied within an account".
 */
export function decide(policies: PolicySet, request: AccessRequest): AccessDecision {
  const { identity, boundary, session, trust, resource, resourceDecides } = policies;
  const limits: [PolicyType, readonly unknown[] | undefined][] = [
    ['identity', identity],
    ['trust', trust === undefined ? undefined : [trust]],
    ['resource', resource === undefined ? undefined : [resource]],
    ['boundary', boundary === undefined ? undefined : [boundary]],
    ['session', session],
  ];
  const decisions = limits.flatMap(([type, documents]) =>
    documents ? [{ type, decision: evaluatePolicies(documents, request) }] : [],
  );
  const denial = decisions.find(({ decision }) => decision === 'explicitly-denied');
  if (denial) return { allowed: false, explicit: true, by: denial.type };
  const needed =
    trust === undefined
      ? neededBeside(resource, request, resourceDecides)
      : NEEDED[allowanceOf(trust, request)];
  const missing = decisions.find(({ type, decision }) => decision !== 'allowed' && needed.includes(type));
  if (!missing) return { allowed: true };
  // A service has no identity-based policies: only the resource's own can let it in.
  const isService = request.principal !== undefined && 'service' in request.principal;
  return { allowed: false, explicit: false, by: isService && !trust ? 'resource' : missing.type };
}

/**
 * A resource's policy that does not name the caller leaves it to identity-based policies, as one that is not there;
 * but where that policy decides, it must name the caller (KMS Developer Guide, "Key policies in AWS KMS").
 */
function neededBeside(resource: unknown, request: AccessRequest, decides = false): readonly PolicyType[] {
  const allowance = resource === undefined ? 'not' : allowanceOf(resource, request);
  if (allowance === 'not' && decides) return ['resource'];
  return NEEDED[allowance === 'not' ? 'account' : allowance];
}

/**
 * Policy types that must allow, by how the trust policy or the resource's policy names the caller. One that names a user or a session by its ARN is not
 * limited by what other policies leave unsaid; one that names a role still is by boundary and session policies
 * (IAM User Guide, "Permissions boundaries for IAM entities").
 */
const NEEDED: Readonly<Record<ReturnType<typeof allowanceOf>, readonly PolicyType[]>> = {
  caller: [],
  wider: ['boundary', 'session'],
  account: ['identity', 'boundary', 'session'],
  not: ['identity', 'trust', 'boundary', 'session'],
};
