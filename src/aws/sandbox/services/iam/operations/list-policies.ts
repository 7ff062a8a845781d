import type { ListPoliciesRequest, ListPoliciesResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import type { AccountState, ManagedPolicy } from '../../../state/index.ts';
import { onAllPolicies } from '../access.ts';
import { paging, policyPath, policyScope, policyUsage } from '../constraints.ts';
import { attachedTo, boundedBy, toPolicy } from '../describe.ts';
import { isOfAws } from '../managed-policies.ts';
import { pageOf } from '../pages.ts';

/** The account's own policies come first, then AWS's, each in the order of their names. */
export default defineOperation<ListPoliciesRequest, ListPoliciesResponse>({
  name: 'ListPolicies',
  constraints: {
    Scope: policyScope,
    PathPrefix: policyPath,
    PolicyUsageFilter: policyUsage,
    ...paging,
  },
  access: onAllPolicies,
  handle: ({ input, state }) => {
    const matching = [...state.policies.values()].filter((policy) => matches(policy, input, state));
    const { items, more } = pageOf(matching, ownFirst, input);
    return { Policies: items.map((policy) => toPolicy(state, policy)), ...more };
  },
});

/** A marker has no room for an ARN with a long path. */
function ownFirst(policy: ManagedPolicy): string {
  return `${isOfAws(policy) ? 'aws' : 'account'} ${policy.name}`;
}

function matches(policy: ManagedPolicy, input: ListPoliciesRequest, state: AccountState): boolean {
  const { Scope = 'All', PathPrefix = '/', OnlyAttached, PolicyUsageFilter } = input;
  if (Scope !== 'All' && isOfAws(policy) !== (Scope === 'AWS')) return false;
  if (!policy.path.startsWith(PathPrefix)) return false;
  const attached = attachedTo(state, policy).length > 0;
  const bounds = boundedBy(state, policy).length > 0;
  if (PolicyUsageFilter === 'PermissionsPolicy' && !attached) return false;
  if (PolicyUsageFilter === 'PermissionsBoundary' && !bounds) return false;
  return OnlyAttached !== true || attached || bounds;
}
