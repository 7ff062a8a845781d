import type { Account, User } from '../account/index.ts';
import { canonicalUserId, newAccessKeyId, secretAccessKey } from '../identifiers/index.ts';
import type { Random } from '../random/index.ts';
import { awsManagedPolicyRecords } from './aws-managed-policies.ts';
import { createUsers, fillIam } from './from-account.ts';
import { iamResources } from './iam-resources.ts';
import { createResourceList } from './resource-list.ts';
import { createSlices } from './slices.ts';
import type { AccountState, LongTermCredential } from './types.ts';

export { isOfAws } from './aws-managed-policies.ts';
export {
  type CallerIdentity,
  credentialOwner,
  groupsOf,
  identitiesOf,
  identityOf,
  identityPolicies,
  policyNames,
} from './identities.ts';
export { type InstanceProfile, instanceProfileState } from './instance-profile-records.ts';
export { type AccountResource, type ListedResource, nameTag } from './resource-list.ts';
export { defineSlice } from './slices.ts';
export type {
  AccountState,
  Anonymous,
  ApiCall,
  Caller,
  Credential,
  DeniedRequest,
  GroupRecord,
  IamIdentity,
  LongTermCredential,
  ManagedPolicy,
  MfaDevice,
  PermissionLog,
  PolicyText,
  PolicyVersion,
  RoleRecord,
  ServicePrincipal,
  UsedPermission,
  UserRecord,
} from './types.ts';

interface KeyPair {
  readonly userName: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A fresh account. Keys are drawn before all else, so that a seed's keys stay what they are as services grow. */
export function createState(account: Account, random: Random): AccountState {
  const pairs = account.users.flatMap((user) => keyPairs(user, random));
  const users = createUsers(account, random);
  const credentials = new Map(
    pairs.flatMap(({ userName, ...pair }): [string, LongTermCredential][] => {
      const user = users.get(userName.toLowerCase());
      const credential =
        user && ({ kind: 'long-term', ...pair, user, created: user.created, status: 'Active' } as const);
      return credential ? [[pair.accessKeyId, credential]] : [];
    }),
  );
  const slices = createSlices(account, random);
  const state: AccountState = {
    of: slices.of,
    resources: (clock) => [...listIam(clock), ...slices.resources(clock)],
    account,
    users,
    groups: new Map(),
    roles: new Map(),
    policies: awsManagedPolicyRecords(),
    mfaDevices: new Map(),
    credentials,
    canonicalUserId: canonicalUserId(random),
    calls: [],
    permissions: { used: new Map(), granted: new Map() },
  };
  fillIam(state, random);
  const listIam = createResourceList(state, iamResources);
  return state;
}

function keyPairs(user: User, random: Random): KeyPair[] {
  return Array.from({ length: user.accessKeys }, () => ({
    userName: user.name,
    accessKeyId: newAccessKeyId(random, 'AKIA'),
    secretAccessKey: secretAccessKey(random),
  }));
}
