import type { GetGroupRequest, GetGroupResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { groupName, paging } from '../constraints.ts';
import { toGroup, toUser } from '../describe.ts';
import { get, groups } from '../kinds.ts';
import { byName, pageOf } from '../pages.ts';

export default defineOperation<GetGroupRequest, GetGroupResponse>({
  name: 'GetGroup',
  constraints: { GroupName: groupName, ...paging },
  access: on(groups, 'GetGroup'),
  handle: ({ input, state }) => {
    const group = get(groups, state, input.GroupName ?? '');
    const { items, more } = pageOf(group.members, byName, input);
    return { Group: toGroup(group), Users: items.map(toUser), ...more };
  },
});
