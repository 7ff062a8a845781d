import type {
  CreateAccountAliasRequest,
  DeleteAccountAliasRequest,
  GetAccountSummaryResponse,
  ListAccountAliasesRequest,
  ListAccountAliasesResponse,
} from '@aws-sdk/client-iam';
import { type AccountState, defineOperation, instanceProfileState, isOfAws } from '../../operation/index.ts';
import { accountAlias, paging, QUOTAS, VERSIONS_PER_POLICY } from './constraints.ts';
import { noSuchEntity } from './iam-errors.ts';
import { groups, roles, users } from './iam-kinds.ts';
import { permissionOnAccount } from './iam-permissions.ts';
import { iamState } from './iam-state.ts';
import { iamPage } from './pages.ts';

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

export default {
  /** A new alias takes the place of the old one (IAM User Guide, console_account-alias). */
  CreateAccountAlias: defineOperation<CreateAccountAliasRequest, object>({
    constraints: { AccountAlias: accountAlias },
    access: permissionOnAccount('CreateAccountAlias'),
    handle: ({ input, state }) => {
      state.alias = input.AccountAlias;
      return {};
    },
  }),

  /** "Note: you can have only one" (API reference). */
  ListAccountAliases: defineOperation<ListAccountAliasesRequest, ListAccountAliasesResponse>({
    constraints: paging,
    access: permissionOnAccount('ListAccountAliases'),
    handle: ({ input, state: { alias } }) => {
      const { items, more } = iamPage(alias === undefined ? [] : [alias], (name) => name, input);
      return { AccountAliases: [...items], ...more };
    },
  }),

  DeleteAccountAlias: defineOperation<DeleteAccountAliasRequest, object>({
    constraints: { AccountAlias: accountAlias },
    access: permissionOnAccount('DeleteAccountAlias'),
    handle: ({ input: { AccountAlias }, state }) => {
      // Our wording.
      if (state.alias !== AccountAlias)
        throw noSuchEntity(`The account alias with name ${AccountAlias} cannot be found.`);
      state.alias = undefined;
      return {};
    },
  }),

  /** The keys of the API reference; quotas of what the sandbox does not keep are the documented defaults. */
  GetAccountSummary: defineOperation<object, GetAccountSummaryResponse>({
    access: permissionOnAccount('GetAccountSummary'),
    handle: ({ state }) => ({ SummaryMap: { ...counts(state), ...limits } }),
  }),
};

function counts(state: AccountState) {
  const policies = [...state.policies.values()];
  const own = policies.filter((policy) => !isOfAws(policy));
  const { oidcProviders } = state.of(iamState);
  const devices = [...state.mfaDevices.values()];
  return {
    Users: state.users.size,
    Groups: state.groups.size,
    Roles: state.roles.size,
    Policies: own.length,
    PolicyVersionsInUse: own.reduce((sum, { versions }) => sum + versions.length, 0),
    MFADevices: devices.length,
    MFADevicesInUse: devices.filter(({ assignment }) => assignment).length,
    InstanceProfiles: state.of(instanceProfileState).size,
    ServerCertificates: 0,
    Providers: oidcProviders.size,
    AccountMFAEnabled: 0,
    AccountAccessKeysPresent: 0,
    AccountSigningCertificatesPresent: 0,
    GlobalEndpointTokenVersion: 1,
  };
}
