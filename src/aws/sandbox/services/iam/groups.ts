import type {
  AddUserToGroupRequest,
  CreateGroupRequest,
  CreateGroupResponse,
  DeleteGroupRequest,
  GetGroupRequest,
  GetGroupResponse,
  ListGroupsForUserRequest,
  ListGroupsForUserResponse,
  ListGroupsRequest,
  ListGroupsResponse,
  RemoveUserFromGroupRequest,
  UpdateGroupRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, groupsOf, newUniqueId } from '../../operation/index.ts';
import { attachedPolicies } from './attached-policies.ts';
import { existingUserName, groupName, keepWithin, paging, path, pathPrefix } from './constraints.ts';
import { toGroup, toUser } from './describe.ts';
import { deleteConflict } from './iam-errors.ts';
import { groups, required, users } from './iam-kinds.ts';
import { permissionOn, permissionToCreate, permissionToList } from './iam-permissions.ts';
import { addIdentity, begin, refuseWithPolicies, remove, rename } from './identities.ts';
import { inlinePolicies } from './inline-policies.ts';
import { byName, iamPage } from './pages.ts';

export default {
  CreateGroup: defineOperation<CreateGroupRequest, CreateGroupResponse>({
    constraints: { Path: path, GroupName: groupName },
    access: permissionToCreate('group', 'CreateGroup', 'GroupName'),
    handle: ({ input: { GroupName: name = '', Path }, state, clock, random }) => {
      const group = {
        ...begin(groups, state, { name, path: Path, created: accountTime(clock) }),
        groupId: newUniqueId(random, 'AGPA'),
        members: new Set<never>(),
      };
      addIdentity(groups, state, group);
      return { Group: toGroup(group) };
    },
  }),

  GetGroup: defineOperation<GetGroupRequest, GetGroupResponse>({
    constraints: { GroupName: groupName, ...paging },
    access: permissionOn(groups, 'GetGroup'),
    handle: ({ input, state }) => {
      const group = required(groups, state, input.GroupName ?? '');
      const { items, more } = iamPage(group.members, byName, input);
      return { Group: toGroup(group), Users: items.map(toUser), ...more };
    },
  }),

  ListGroups: defineOperation<ListGroupsRequest, ListGroupsResponse>({
    constraints: { PathPrefix: pathPrefix, ...paging },
    access: permissionToList('group', 'ListGroups'),
    handle: ({ input, state }) => {
      const matching = [...state.groups.values()].filter(({ path }) =>
        path.startsWith(input.PathPrefix ?? '/'),
      );
      const { items, more } = iamPage(matching, byName, input);
      return { Groups: items.map(toGroup), ...more };
    },
  }),

  UpdateGroup: defineOperation<UpdateGroupRequest, object>({
    constraints: { GroupName: groupName, NewPath: path, NewGroupName: groupName },
    access: permissionOn(groups, 'UpdateGroup'),
    handle: ({ input: { GroupName = '', NewGroupName, NewPath }, state }) => {
      rename(groups, state, required(groups, state, GroupName), { name: NewGroupName, path: NewPath });
      return {};
    },
  }),

  /** "The group must not contain any users or have any attached policies" (API reference). */
  DeleteGroup: defineOperation<DeleteGroupRequest, object>({
    constraints: { GroupName: groupName },
    access: permissionOn(groups, 'DeleteGroup'),
    handle: ({ input: { GroupName = '' }, state }) => {
      const group = required(groups, state, GroupName);
      if (group.members.size > 0)
        throw deleteConflict('Cannot delete entity, must remove users from group first.');
      refuseWithPolicies(group);
      remove(groups, state, group);
      return {};
    },
  }),

  /** Adds a user; one who is a member already stays one. */
  AddUserToGroup: defineOperation<AddUserToGroupRequest, object>({
    constraints: { GroupName: groupName, UserName: existingUserName },
    access: permissionOn(groups, 'AddUserToGroup'),
    handle: ({ input: { GroupName = '', UserName = '' }, state }) => {
      const { members } = required(groups, state, GroupName);
      const user = required(users, state, UserName);
      if (!members.has(user)) keepWithin('GroupsPerUser', groupsOf(state, user).length + 1);
      members.add(user);
      return {};
    },
  }),

  /** Nothing is said about a user that is no member. */
  RemoveUserFromGroup: defineOperation<RemoveUserFromGroupRequest, object>({
    constraints: { GroupName: groupName, UserName: existingUserName },
    access: permissionOn(groups, 'RemoveUserFromGroup'),
    handle: ({ input: { GroupName = '', UserName = '' }, state }) => {
      required(groups, state, GroupName).members.delete(required(users, state, UserName));
      return {};
    },
  }),

  ListGroupsForUser: defineOperation<ListGroupsForUserRequest, ListGroupsForUserResponse>({
    constraints: { UserName: existingUserName, ...paging },
    access: permissionOn(users, 'ListGroupsForUser'),
    handle: ({ input, state }) => {
      const user = required(users, state, input.UserName ?? '');
      const { items, more } = iamPage(groupsOf(state, user), byName, input);
      return { Groups: items.map(toGroup), ...more };
    },
  }),

  ...attachedPolicies(groups),
  ...inlinePolicies(groups),
};
