import type { ListGroupsForUserRequest, ListGroupsForUserResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { groupsOf } from '../../../state/index.ts';
import { on } from '../access.ts';
import { existingUserName, paging } from '../constraints.ts';
import { toGroup } from '../describe.ts';
import { get, users } from '../kinds.ts';
import { byName, pageOf } from '../pages.ts';

export default defineOperation<ListGroupsForUserRequest, ListGroupsForUserResponse>({
  name: 'ListGroupsForUser',
  constraints: { UserName: existingUserName, ...paging },
  access: on(users, 'ListGroupsForUser'),
  handle: ({ input, state }) => {
    const user = get(users, state, input.UserName ?? '');
    const { items, more } = pageOf(groupsOf(state, user), byName, input);
    return { Groups: items.map(toGroup), ...more };
  },
});
