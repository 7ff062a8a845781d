import type { RemoveUserFromGroupRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { existingUserName, groupName } from '../constraints.ts';
import { get, groups, users } from '../kinds.ts';

/** Nothing is said about a user that is no member. */
export default defineOperation<RemoveUserFromGroupRequest, object>({
  name: 'RemoveUserFromGroup',
  constraints: { GroupName: groupName, UserName: existingUserName },
  access: on(groups, 'RemoveUserFromGroup'),
  handle: ({ input: { GroupName = '', UserName = '' }, state }) => {
    get(groups, state, GroupName).members.delete(get(users, state, UserName));
    return {};
  },
});
