import { ServiceError } from '../../errors/index.ts';
import type { Service } from '../../operation/index.ts';

export const iam: Service = {
  resources: [
    {
      load: () => import('./users.ts'),
      names: [
        'AttachUserPolicy',
        'CreateUser',
        'DeleteUser',
        'DeleteUserPermissionsBoundary',
        'DeleteUserPolicy',
        'DetachUserPolicy',
        'GetUser',
        'GetUserPolicy',
        'ListAttachedUserPolicies',
        'ListUserPolicies',
        'ListUserTags',
        'ListUsers',
        'PutUserPermissionsBoundary',
        'PutUserPolicy',
        'TagUser',
        'UntagUser',
        'UpdateUser',
      ],
    },
    {
      load: () => import('./groups.ts'),
      names: [
        'AddUserToGroup',
        'AttachGroupPolicy',
        'CreateGroup',
        'DeleteGroup',
        'DeleteGroupPolicy',
        'DetachGroupPolicy',
        'GetGroup',
        'GetGroupPolicy',
        'ListAttachedGroupPolicies',
        'ListGroupPolicies',
        'ListGroups',
        'ListGroupsForUser',
        'PutGroupPolicy',
        'RemoveUserFromGroup',
        'UpdateGroup',
      ],
    },
    {
      load: () => import('./roles.ts'),
      names: [
        'AttachRolePolicy',
        'CreateRole',
        'DeleteRole',
        'DeleteRolePermissionsBoundary',
        'DeleteRolePolicy',
        'DetachRolePolicy',
        'GetRole',
        'GetRolePolicy',
        'ListAttachedRolePolicies',
        'ListRolePolicies',
        'ListRoleTags',
        'ListRoles',
        'PutRolePermissionsBoundary',
        'PutRolePolicy',
        'TagRole',
        'UntagRole',
        'UpdateAssumeRolePolicy',
        'UpdateRole',
        'UpdateRoleDescription',
      ],
    },
    {
      load: () => import('./policies.ts'),
      names: [
        'CreatePolicy',
        'DeletePolicy',
        'GetPolicy',
        'ListEntitiesForPolicy',
        'ListPolicies',
        'ListPolicyTags',
        'TagPolicy',
        'UntagPolicy',
      ],
    },
    {
      load: () => import('./policy-versions.ts'),
      names: [
        'CreatePolicyVersion',
        'DeletePolicyVersion',
        'GetPolicyVersion',
        'ListPolicyVersions',
        'SetDefaultPolicyVersion',
      ],
    },
    {
      load: () => import('./access-keys.ts'),
      names: [
        'CreateAccessKey',
        'DeleteAccessKey',
        'GetAccessKeyLastUsed',
        'ListAccessKeys',
        'UpdateAccessKey',
      ],
    },
    {
      load: () => import('./mfa-devices.ts'),
      names: [
        'CreateVirtualMFADevice',
        'DeactivateMFADevice',
        'DeleteVirtualMFADevice',
        'EnableMFADevice',
        'GetMFADevice',
        'ListMFADeviceTags',
        'ListMFADevices',
        'ListVirtualMFADevices',
        'ResyncMFADevice',
        'TagMFADevice',
        'UntagMFADevice',
      ],
    },
    {
      load: () => import('./account.ts'),
      names: ['CreateAccountAlias', 'DeleteAccountAlias', 'GetAccountSummary', 'ListAccountAliases'],
    },
  ],
  // "You cannot call any IAM API operations unless MFA authentication information is included in the request"
  // (API reference, GetSessionToken). AWS answers as to an invalid token, without a full stop.
  admit: (caller) => {
    if (caller.kind === 'federated' || (caller.kind === 'session' && !caller.mfaTime))
      throw new ServiceError(
        403,
        'InvalidClientTokenId',
        'The security token included in the request is invalid',
      );
  },
};
