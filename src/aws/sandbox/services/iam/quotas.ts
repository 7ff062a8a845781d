import { quotaExceeded } from './iam-errors.ts';

/** Default quotas of an account. Source: IAM User Guide, reference_iam-quotas. Sizes are in characters, without white space. */
export const QUOTAS = {
  UsersPerAccount: 5000,
  GroupsPerAccount: 300,
  RolesPerAccount: 1000,
  PoliciesPerAccount: 1500,
  InstanceProfilesPerAccount: 1000,
  OpenIDConnectProvidersPerAccount: 100,
  ClientIdsPerOpenIdConnectProvider: 100,
  ThumbprintsPerOpenIdConnectProvider: 5,
  AccessKeysPerUser: 2,
  GroupsPerUser: 10,
  MFADevicesPerUser: 8,
  PoliciesPerUser: 10,
  PoliciesPerGroup: 10,
  PoliciesPerRole: 10,
  PolicySize: 6144,
  ACLSizePerRole: 2048,
} as const;

export const VERSIONS_PER_POLICY = 5;
export const TAGS_PER_RESOURCE = 50;

/** Throws LimitExceeded unless `count` things are still within the quota. */
export function keepWithin(quota: keyof typeof QUOTAS, count: number): void {
  if (count > QUOTAS[quota]) throw quotaExceeded(quota, QUOTAS[quota]);
}
