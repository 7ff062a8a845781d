import type {
  CreatePolicyRequest,
  CreatePolicyResponse,
  DeletePolicyRequest,
  GetPolicyRequest,
  GetPolicyResponse,
  ListEntitiesForPolicyRequest,
  ListEntitiesForPolicyResponse,
  ListPoliciesRequest,
  ListPoliciesResponse,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import {
  type AccountState,
  defineOperation,
  type IamIdentity,
  isOfAws,
  type ManagedPolicy,
  newUniqueId,
} from '../../operation/index.ts';
import {
  arn,
  entityFilter,
  keepWithin,
  paging,
  path,
  policyDescription,
  policyDocument,
  policyName,
  policyPath,
  policyScope,
  policyUsage,
  tagListConstraint,
} from './constraints.ts';
import { attachedTo, boundedBy, toPolicy, toPolicyInFull } from './describe.ts';
import { alreadyExists, deleteConflict } from './iam-errors.ts';
import { iamArn, policies, required } from './iam-kinds.ts';
import { permissionOn, permissionToCreatePolicy, permissionToListPolicies } from './iam-permissions.ts';
import { iamPage } from './pages.ts';
import { allManagedPolicies, requireDocument } from './policy-catalogue.ts';
import { ownPolicy, readManagedPolicy } from './policy-documents.ts';
import { tagging, toTags, withTags } from './tagging-operations.ts';

export default {
  CreatePolicy: defineOperation<CreatePolicyRequest, CreatePolicyResponse>({
    constraints: {
      PolicyName: policyName,
      Path: policyPath,
      PolicyDocument: policyDocument,
      Description: policyDescription,
      Tags: tagListConstraint,
    },
    access: permissionToCreatePolicy,
    handle: ({ input, state, clock, random }) => {
      const { PolicyName: name = '', Path: path = '/', PolicyDocument = '', Description } = input;
      const created = accountTime(clock);
      const version = { id: 'v1', created, ...readManagedPolicy(PolicyDocument) };
      const own = [...state.policies.values()].filter((policy) => !isOfAws(policy));
      if (own.some((policy) => policy.name.toLowerCase() === name.toLowerCase()))
        throw alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
      keepWithin('PoliciesPerAccount', own.length + 1);
      const policy = {
        ...{ name, path, created, updated: created, description: Description },
        arn: iamArn(state, 'policy', path, name),
        policyId: newUniqueId(random, 'ANPA'),
        tags: withTags([], input.Tags),
        versions: [version],
        defaultVersion: version,
        versionsMade: 1,
      };
      state.policies.set(policy.arn, policy);
      return { Policy: { ...toPolicy(state, policy), Tags: toTags(policy.tags) } };
    },
  }),

  GetPolicy: defineOperation<GetPolicyRequest, GetPolicyResponse>({
    constraints: { PolicyArn: arn },
    access: permissionOn(policies, 'GetPolicy'),
    handle: ({ input, state }) => {
      const policy = required(policies, state, input.PolicyArn ?? '');
      requireDocument(policy);
      return { Policy: toPolicyInFull(state, policy) };
    },
  }),

  /** The account's own policies come first, then AWS's, each in the order of their names. */
  ListPolicies: defineOperation<ListPoliciesRequest, ListPoliciesResponse>({
    constraints: {
      Scope: policyScope,
      PathPrefix: policyPath,
      PolicyUsageFilter: policyUsage,
      ...paging,
    },
    reads: ['OnlyAttached'],
    access: permissionToListPolicies,
    handle: ({ input, state }) => {
      const matching = allManagedPolicies(state).filter((policy) => matches(policy, input, state));
      const { items, more } = iamPage(matching, ownFirst, input);
      return { Policies: items.map((policy) => toPolicy(state, policy)), ...more };
    },
  }),

  DeletePolicy: defineOperation<DeletePolicyRequest, object>({
    constraints: { PolicyArn: arn },
    access: permissionOn(policies, 'DeletePolicy'),
    handle: ({ input: { PolicyArn = '' }, state }) => {
      const policy = ownPolicy(state, PolicyArn);
      if (attachedTo(state, policy).length > 0 || boundedBy(state, policy).length > 0)
        throw deleteConflict('Cannot delete a policy attached to entities.');
      if (policy.versions.length > 1)
        throw deleteConflict(
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
        );
      state.policies.delete(policy.arn);
      return {};
    },
  }),

  ListEntitiesForPolicy: defineOperation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse>({
    constraints: {
      PolicyArn: arn,
      EntityFilter: entityFilter,
      PathPrefix: path,
      PolicyUsageFilter: policyUsage,
      ...paging,
    },
    access: permissionOn(policies, 'ListEntitiesForPolicy'),
    handle: ({ input, state }) => {
      const policy = required(policies, state, input.PolicyArn ?? '');
      const matching = entitiesOf(policy, input, state);
      const { items, more } = iamPage(matching, kindAndName, input);
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
  }),

  ...tagging(policies, 'Policy'),
};

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

/** A marker has no room for an ARN with a long path. */
function kindAndName({ arn, name }: IamIdentity): string {
  return `${arn.split(/[:/]/)[5]} ${name}`;
}

function entitiesOf(
  policy: ManagedPolicy,
  { EntityFilter, PathPrefix = '/', PolicyUsageFilter }: ListEntitiesForPolicyRequest,
  state: AccountState,
): IamIdentity[] {
  const attached = PolicyUsageFilter === 'PermissionsBoundary' ? [] : attachedTo(state, policy);
  const bounded = PolicyUsageFilter === 'PermissionsPolicy' ? [] : boundedBy(state, policy);
  const wanted = EntityFilter && `${EntityFilter.toLowerCase()}Id`;
  return [...new Set([...attached, ...bounded])].filter(
    (one) => one.path.startsWith(PathPrefix) && (wanted === undefined || wanted in one),
  );
}
