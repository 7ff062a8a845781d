import type {
  CreateUserRequest,
  CreateUserResponse,
  DeleteUserRequest,
  GetUserRequest,
  GetUserResponse,
  ListUsersRequest,
  ListUsersResponse,
  UpdateUserRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import {
  type AccountState,
  defineOperation,
  groupsOf,
  newUniqueId,
  type UserRecord,
} from '../../operation/index.ts';
import { attachedPolicies } from './attached-policies.ts';
import { boundary, permissionsBoundary } from './boundaries.ts';
import {
  arn,
  existingUserName,
  paging,
  path,
  pathPrefix,
  tagListConstraint,
  userName,
} from './constraints.ts';
import { toUser, toUserInFull } from './describe.ts';
import { deleteConflict } from './iam-errors.ts';
import { required, users } from './iam-kinds.ts';
import {
  namedOrCaller,
  permissionOn,
  permissionOnUser,
  permissionToCreate,
  permissionToList,
} from './iam-permissions.ts';
import { iamState } from './iam-state.ts';
import {
  addIdentity,
  begin,
  devicesOf,
  endSessions,
  keysOf,
  refuseWithPolicies,
  remove,
  rename,
} from './identities.ts';
import { inlinePolicies } from './inline-policies.ts';
import { byName, iamPage } from './pages.ts';
import { tagging, withTags } from './tagging-operations.ts';

export default {
  CreateUser: defineOperation<CreateUserRequest, CreateUserResponse>({
    constraints: { Path: path, UserName: userName, PermissionsBoundary: arn, Tags: tagListConstraint },
    access: permissionToCreate('user', 'CreateUser', 'UserName'),
    handle: ({ input, state, clock, random }) => {
      const { UserName: name = '', Path, PermissionsBoundary, Tags } = input;
      const user = {
        ...begin(users, state, { name, path: Path, created: accountTime(clock) }),
        tags: withTags([], Tags),
        permissionsBoundary: boundary(state, PermissionsBoundary),
        userId: newUniqueId(random, 'AIDA'),
      };
      addIdentity(users, state, user);
      return { User: toUserInFull(user) };
    },
  }),

  GetUser: defineOperation<GetUserRequest, GetUserResponse>({
    constraints: { UserName: existingUserName },
    access: permissionOnUser('GetUser'),
    handle: (context) => ({ User: toUserInFull(namedOrCaller(context)) }),
  }),

  ListUsers: defineOperation<ListUsersRequest, ListUsersResponse>({
    constraints: { PathPrefix: pathPrefix, ...paging },
    access: permissionToList('user', 'ListUsers'),
    handle: ({ input, state }) => {
      const matching = [...state.users.values()].filter(({ path }) =>
        path.startsWith(input.PathPrefix ?? '/'),
      );
      const { items, more } = iamPage(matching, byName, input);
      return { Users: items.map(toUser), ...more };
    },
  }),

  UpdateUser: defineOperation<UpdateUserRequest, object>({
    constraints: { UserName: existingUserName, NewPath: path, NewUserName: userName },
    access: permissionOn(users, 'UpdateUser'),
    handle: ({ input: { UserName = '', NewUserName, NewPath }, state }) => {
      rename(users, state, required(users, state, UserName), { name: NewUserName, path: NewPath });
      return {};
    },
  }),

  DeleteUser: defineOperation<DeleteUserRequest, object>({
    constraints: { UserName: existingUserName },
    access: permissionOn(users, 'DeleteUser'),
    handle: ({ input: { UserName = '' }, state }) => {
      const user = required(users, state, UserName);
      refuseInUse(user, state);
      remove(users, state, user);
      endSessions(state, user);
      return {};
    },
  }),

  ...tagging(users, 'User'),
  ...attachedPolicies(users),
  ...inlinePolicies(users),
  ...permissionsBoundary(users),
};

/** "Before attempting to delete a user, remove the following items" (API reference). The order is ours. */
function refuseInUse(user: UserRecord, state: AccountState): void {
  if (state.of(iamState).loginProfiles.has(user))
    throw deleteConflict('Cannot delete entity, must delete login profile first.');
  refuseWithPolicies(user);
  if (keysOf(state, user).length > 0)
    throw deleteConflict('Cannot delete entity, must delete access keys first.');
  if (devicesOf(state, user).length > 0)
    throw deleteConflict('Cannot delete entity, must delete MFA device first.');
  if (groupsOf(state, user).length > 0)
    throw deleteConflict('Cannot delete entity, must remove users from group first.');
}
