import type {
  AddRoleToInstanceProfileRequest,
  CreateInstanceProfileRequest,
  CreateInstanceProfileResponse,
  DeleteInstanceProfileRequest,
  GetInstanceProfileRequest,
  GetInstanceProfileResponse,
  ListInstanceProfilesForRoleRequest,
  ListInstanceProfilesForRoleResponse,
  ListInstanceProfilesRequest,
  ListInstanceProfilesResponse,
  RemoveRoleFromInstanceProfileRequest,
  InstanceProfile as SdkInstanceProfile,
} from '@aws-sdk/client-iam';
import { passRole } from '../../authorization/index.ts';
import { accountTime } from '../../clock/index.ts';
import {
  type AccountState,
  defineOperation,
  type InstanceProfile,
  instanceProfileState,
  newUniqueId,
} from '../../operation/index.ts';
import {
  instanceProfileName,
  keepWithin,
  paging,
  path,
  pathPrefix,
  roleName,
  tagListConstraint,
} from './constraints.ts';
import { toNewRole } from './describe.ts';
import { alreadyExists, deleteConflict, noSuchEntity, quotaExceeded } from './iam-errors.ts';
import { iamArn, instanceProfiles, required, roles } from './iam-kinds.ts';
import { permissionOn, permissionToCreate, permissionToList } from './iam-permissions.ts';
import { byName, iamPage } from './pages.ts';
import { tagging, toTags, withTags } from './tagging-operations.ts';

export default {
  CreateInstanceProfile: defineOperation<CreateInstanceProfileRequest, CreateInstanceProfileResponse>({
    constraints: { InstanceProfileName: instanceProfileName, Path: path, Tags: tagListConstraint },
    access: permissionToCreate('instance-profile', 'CreateInstanceProfile', 'InstanceProfileName'),
    handle: ({ input, state, clock, random }) => {
      const { InstanceProfileName: name = '', Path: at = '/', Tags } = input;
      const all = state.of(instanceProfileState);
      if (all.has(name.toLowerCase())) throw alreadyExists(`Instance Profile ${name} already exists.`);
      keepWithin('InstanceProfilesPerAccount', all.size + 1);
      const profile: InstanceProfile = {
        name,
        path: at,
        arn: iamArn(state, 'instance-profile', at, name),
        id: newUniqueId(random, 'AIPA'),
        created: accountTime(clock),
        tags: withTags([], Tags),
      };
      all.set(name.toLowerCase(), profile);
      return { InstanceProfile: describeInFull(profile) };
    },
  }),

  GetInstanceProfile: defineOperation<GetInstanceProfileRequest, GetInstanceProfileResponse>({
    constraints: { InstanceProfileName: instanceProfileName },
    access: permissionOn(instanceProfiles, 'GetInstanceProfile'),
    handle: ({ input, state }) => ({
      InstanceProfile: describeInFull(required(instanceProfiles, state, input.InstanceProfileName ?? '')),
    }),
  }),

  ListInstanceProfiles: defineOperation<ListInstanceProfilesRequest, ListInstanceProfilesResponse>({
    constraints: { PathPrefix: pathPrefix, ...paging },
    access: permissionToList('instance-profile', 'ListInstanceProfiles'),
    handle: ({ input, state }) => {
      const prefix = input.PathPrefix ?? '/';
      const matching = allOf(state).filter((profile) => profile.path.startsWith(prefix));
      const { items, more } = iamPage(matching, byName, input);
      return { InstanceProfiles: items.map(toInstanceProfile), ...more };
    },
  }),

  ListInstanceProfilesForRole: defineOperation<
    ListInstanceProfilesForRoleRequest,
    ListInstanceProfilesForRoleResponse
  >({
    constraints: { RoleName: roleName, ...paging },
    access: permissionOn(roles, 'ListInstanceProfilesForRole'),
    handle: ({ input, state }) => {
      const role = required(roles, state, input.RoleName ?? '');
      const matching = allOf(state).filter((profile) => profile.role === role);
      const { items, more } = iamPage(matching, byName, input);
      return { InstanceProfiles: items.map(toInstanceProfile), ...more };
    },
  }),

  /** "The caller of this operation must be granted the PassRole permission on the IAM role" (API reference). */
  AddRoleToInstanceProfile: defineOperation<AddRoleToInstanceProfileRequest, object>({
    constraints: { InstanceProfileName: instanceProfileName, RoleName: roleName },
    access: permissionOn(instanceProfiles, 'AddRoleToInstanceProfile'),
    handle: ({ input: { InstanceProfileName = '', RoleName = '' }, state, require }) => {
      const profile = required(instanceProfiles, state, InstanceProfileName);
      const role = required(roles, state, RoleName);
      require(passRole(role.arn, 'ec2.amazonaws.com'));
      if (profile.role) throw quotaExceeded('InstanceSessionsPerInstanceProfile', 1);
      profile.role = role;
      return {};
    },
  }),

  RemoveRoleFromInstanceProfile: defineOperation<RemoveRoleFromInstanceProfileRequest, object>({
    constraints: { InstanceProfileName: instanceProfileName, RoleName: roleName },
    access: permissionOn(instanceProfiles, 'RemoveRoleFromInstanceProfile'),
    handle: ({ input: { InstanceProfileName = '', RoleName = '' }, state }) => {
      const profile = required(instanceProfiles, state, InstanceProfileName);
      const role = required(roles, state, RoleName);
      // Our wording.
      if (profile.role !== role)
        throw noSuchEntity(`Role ${RoleName} is not in the instance profile ${InstanceProfileName}.`);
      profile.role = undefined;
      return {};
    },
  }),

  DeleteInstanceProfile: defineOperation<DeleteInstanceProfileRequest, object>({
    constraints: { InstanceProfileName: instanceProfileName },
    access: permissionOn(instanceProfiles, 'DeleteInstanceProfile'),
    handle: ({ input: { InstanceProfileName = '' }, state }) => {
      const profile = required(instanceProfiles, state, InstanceProfileName);
      if (profile.role)
        throw deleteConflict('Cannot delete entity, must remove roles from instance profile first.');
      state.of(instanceProfileState).delete(profile.name.toLowerCase());
      return {};
    },
  }),

  ...tagging(instanceProfiles, 'InstanceProfile'),
};

function allOf(state: AccountState): InstanceProfile[] {
  return [...state.of(instanceProfileState).values()];
}

/** An instance profile as lists show it: without tags (API reference, ListInstanceProfiles). */
export function toInstanceProfile({
  path,
  name,
  id,
  arn,
  created,
  role,
}: InstanceProfile): SdkInstanceProfile {
  return {
    Path: path,
    InstanceProfileName: name,
    InstanceProfileId: id,
    Arn: arn,
    CreateDate: created,
    Roles: role ? [toListed(role)] : [],
  };
}

function describeInFull(profile: InstanceProfile): SdkInstanceProfile {
  return { ...toInstanceProfile(profile), Tags: toTags(profile.tags) };
}

/** The members that the CLI's own examples show of a role in a profile (get-instance-profile). */
function toListed(role: NonNullable<InstanceProfile['role']>) {
  const { Description, PermissionsBoundary, Tags, ...shown } = toNewRole(role);
  return shown;
}
