import type { ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import type { AccountState, ManagedPolicy, Principal } from '../../../state/index.ts';
import { on } from '../access.ts';
import { arn, entityFilter, paging, path, policyUsage } from '../constraints.ts';
import { attachedTo, boundedBy } from '../describe.ts';
import { get, policies } from '../kinds.ts';
import { pageOf } from '../pages.ts';

export default defineOperation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse>({
  name: 'ListEntitiesForPolicy',
  constraints: {
    PolicyArn: arn,
    EntityFilter: entityFilter,
    PathPrefix: path,
    PolicyUsageFilter: policyUsage,
    ...paging,
  },
  access: on(policies, 'ListEntitiesForPolicy'),
  handle: ({ input, state }) => {
    const policy = get(policies, state, input.PolicyArn ?? '');
    const matching = entitiesOf(policy, input, state);
    const { items, more } = pageOf(matching, kindAndName, input);
    return {
      PolicyGroups: items.flatMap((one) =>
        'groupId' in one ? [{ GroupName: one.name, GroupId: String(one.groupId) }] : [],
      ),
      PolicyUsers: items.flatMap((one) =>
        'userId' in one ? [{ UserName: one.name, UserId: String(one.userId) }] : [],
      ),
      PolicyRoles: items.flatMap((one) =>
        'roleId' in one ? [{ RoleName: one.name, RoleId: String(one.roleId) }] : [],
      ),
      ...more,
    };
  },
});

/** A marker has no room for an ARN with a long path. */
function kindAndName({ arn, name }: Principal): string {
  return `${arn.split(/[:/]/)[5]} ${name}`;
}

function entitiesOf(
  policy: ManagedPolicy,
  { EntityFilter, PathPrefix = '/', PolicyUsageFilter }: ListEntitiesForPolicyRequest,
  state: AccountState,
): Principal[] {
  const attached = PolicyUsageFilter === 'PermissionsBoundary' ? [] : attachedTo(state, policy);
  const bounded = PolicyUsageFilter === 'PermissionsPolicy' ? [] : boundedBy(state, policy);
  const wanted = EntityFilter && `${EntityFilter.toLowerCase()}Id`;
  return [...new Set([...attached, ...bounded])].filter(
    (one) => one.path.startsWith(PathPrefix) && (wanted === undefined || wanted in one),
  );
}
