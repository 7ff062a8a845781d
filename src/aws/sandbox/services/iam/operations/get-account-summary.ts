import type { GetAccountSummaryResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import type { AccountState } from '../../../state/index.ts';
import { onAccount } from '../access.ts';
import { groups, roles, users } from '../kinds.ts';
import { isOfAws } from '../managed-policies.ts';
import { QUOTAS, VERSIONS_PER_POLICY } from '../quotas.ts';

/** The keys of the API reference; quotas of what the sandbox does not keep are the documented defaults. */
export default defineOperation<object, GetAccountSummaryResponse>({
  name: 'GetAccountSummary',
  access: onAccount('GetAccountSummary'),
  handle: ({ state }) => ({ SummaryMap: { ...counts(state), ...limits } }),
});

function counts(state: AccountState) {
  const policies = [...state.policies.values()];
  const own = policies.filter((policy) => !isOfAws(policy));
  const devices = [...state.mfaDevices.values()];
  return {
    Users: state.users.size,
    Groups: state.groups.size,
    Roles: state.roles.size,
    Policies: own.length,
    PolicyVersionsInUse: own.reduce((sum, { versions }) => sum + versions.length, 0),
    MFADevices: devices.length,
    MFADevicesInUse: devices.filter(({ assignment }) => assignment).length,
    InstanceProfiles: 0,
    ServerCertificates: 0,
    Providers: 0,
    AccountMFAEnabled: 0,
    AccountAccessKeysPresent: 0,
    AccountSigningCertificatesPresent: 0,
    GlobalEndpointTokenVersion: 1,
  };
}

const limits = {
  UsersQuota: QUOTAS.UsersPerAccount,
  GroupsQuota: QUOTAS.GroupsPerAccount,
  RolesQuota: QUOTAS.RolesPerAccount,
  PoliciesQuota: QUOTAS.PoliciesPerAccount,
  AccessKeysPerUserQuota: QUOTAS.AccessKeysPerUser,
  GroupsPerUserQuota: QUOTAS.GroupsPerUser,
  AttachedPoliciesPerUserQuota: QUOTAS.PoliciesPerUser,
  AttachedPoliciesPerGroupQuota: QUOTAS.PoliciesPerGroup,
  AttachedPoliciesPerRoleQuota: QUOTAS.PoliciesPerRole,
  UserPolicySizeQuota: users.inlineSize,
  GroupPolicySizeQuota: groups.inlineSize,
  RolePolicySizeQuota: roles.inlineSize,
  PolicySizeQuota: QUOTAS.PolicySize,
  AssumeRolePolicySizeQuota: QUOTAS.ACLSizePerRole,
  VersionsPerPolicyQuota: VERSIONS_PER_POLICY,
  PolicyVersionsInUseQuota: 10_000,
  InstanceProfilesQuota: 1000,
  ServerCertificatesQuota: 20,
  SigningCertificatesPerUserQuota: 2,
};
