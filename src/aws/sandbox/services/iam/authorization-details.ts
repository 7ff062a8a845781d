import type {
  GetAccountAuthorizationDetailsRequest,
  GetAccountAuthorizationDetailsResponse,
  GroupDetail,
  ManagedPolicyDetail,
  RoleDetail,
  UserDetail,
} from '@aws-sdk/client-iam';
import {
  type AccountState,
  defineOperation,
  type GroupRecord,
  type IamIdentity,
  instanceProfileState,
  isOfAws,
  type ManagedPolicy,
  type RoleRecord,
  type UserRecord,
} from '../../operation/index.ts';
import { entityKinds, paging } from './constraints.ts';
import {
  attachedTo,
  encodeDocument,
  toAttachedPolicy,
  toGroup,
  toPolicy,
  toRoleInFull,
  toUserInFull,
  toVersion,
} from './describe.ts';
import { permissionOnAccount } from './iam-permissions.ts';
import { toInstanceProfile } from './instance-profiles.ts';
import { iamPage } from './pages.ts';
import { requireDocument } from './policy-catalogue.ts';

type Entity =
  | { readonly kind: 'User'; readonly item: UserRecord }
  | { readonly kind: 'Role'; readonly item: RoleRecord }
  | { readonly kind: 'Group'; readonly item: GroupRecord }
  | { readonly kind: 'LocalManagedPolicy' | 'AWSManagedPolicy'; readonly item: ManagedPolicy };

export default {
  /** Users, groups, roles and policies of the account in one answer; of AWS's policies, those that are attached (API reference). */
  GetAccountAuthorizationDetails: defineOperation<
    GetAccountAuthorizationDetailsRequest,
    GetAccountAuthorizationDetailsResponse
  >({
    constraints: { Filter: entityKinds, ...paging },
    access: permissionOnAccount('GetAccountAuthorizationDetails'),
    handle: ({ input, state }) => {
      const { Filter = [] } = input;
      const wanted = entitiesOf(state).filter(({ kind }) => Filter.length === 0 || Filter.includes(kind));
      const { items, more } = iamPage(wanted, ({ item }) => item.arn, input);
      return {
        UserDetailList: items.flatMap((one) => (one.kind === 'User' ? [userDetail(one.item, state)] : [])),
        GroupDetailList: items.flatMap((one) => (one.kind === 'Group' ? [groupDetail(one.item)] : [])),
        RoleDetailList: items.flatMap((one) => (one.kind === 'Role' ? [roleDetail(one.item, state)] : [])),
        Policies: items.flatMap((one) =>
          one.kind.endsWith('Policy') ? [policyDetail(one.item as ManagedPolicy, state)] : [],
        ),
        ...more,
      };
    },
  }),
};

function entitiesOf(state: AccountState): Entity[] {
  const policies = [...state.policies.values()].filter(
    (policy) => !isOfAws(policy) || attachedTo(state, policy).length > 0,
  );
  return [
    ...[...state.users.values()].map((item): Entity => ({ kind: 'User', item })),
    ...[...state.groups.values()].map((item): Entity => ({ kind: 'Group', item })),
    ...[...state.roles.values()].map((item): Entity => ({ kind: 'Role', item })),
    ...policies.map(
      (item): Entity => ({ kind: isOfAws(item) ? 'AWSManagedPolicy' : 'LocalManagedPolicy', item }),
    ),
  ];
}

const inlineOf = ({ inlinePolicies }: IamIdentity) =>
  [...inlinePolicies].map(([PolicyName, { text }]) => ({ PolicyName, PolicyDocument: encodeDocument(text) }));

const attachedOf = ({ attachedPolicies }: IamIdentity) => [...attachedPolicies].map(toAttachedPolicy);

function userDetail(user: UserRecord, state: AccountState): UserDetail {
  const inline = inlineOf(user);
  const groups = [...state.groups.values()].filter(({ members }) => members.has(user));
  return {
    ...toUserInFull(user),
    ...(inline.length > 0 && { UserPolicyList: inline }),
    GroupList: groups.map(({ name }) => name),
    AttachedManagedPolicies: attachedOf(user),
  };
}

const groupDetail = (group: GroupRecord): GroupDetail => ({
  ...toGroup(group),
  GroupPolicyList: inlineOf(group),
  AttachedManagedPolicies: attachedOf(group),
});

function roleDetail(role: RoleRecord, state: AccountState): RoleDetail {
  const { MaxSessionDuration, Description, ...shown } = toRoleInFull(role);
  const profiles = [...state.of(instanceProfileState).values()].filter((profile) => profile.role === role);
  return {
    ...shown,
    InstanceProfileList: profiles.map(toInstanceProfile),
    RolePolicyList: inlineOf(role),
    AttachedManagedPolicies: attachedOf(role),
  };
}

function policyDetail(policy: ManagedPolicy, state: AccountState): ManagedPolicyDetail {
  requireDocument(policy);
  const versions = policy.versions.map((version) => ({
    ...toVersion(policy, version),
    Document: encodeDocument(version.text),
  }));
  return { ...toPolicy(state, policy), Description: policy.description, PolicyVersionList: versions };
}
