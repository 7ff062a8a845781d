import type { AddUserToGroupRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { groupsOf } from '../../../state/index.ts';
import { on } from '../access.ts';
import { existingUserName, groupName } from '../constraints.ts';
import { get, groups, users } from '../kinds.ts';
import { keepWithin } from '../quotas.ts';

/** Who is a member already stays one. */
export default defineOperation<AddUserToGroupRequest, object>({
  name: 'AddUserToGroup',
  constraints: { GroupName: groupName, UserName: existingUserName },
  access: on(groups, 'AddUserToGroup'),
  handle: ({ input: { GroupName = '', UserName = '' }, state }) => {
    const { members } = get(groups, state, GroupName);
    const user = get(users, state, UserName);
    if (!members.has(user)) keepWithin('GroupsPerUser', groupsOf(state, user).length + 1);
    members.add(user);
    return {};
  },
});
