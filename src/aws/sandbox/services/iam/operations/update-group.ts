import type { UpdateGroupRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { groupName, path } from '../constraints.ts';
import { get, groups } from '../kinds.ts';
import { rename } from '../principals.ts';

export default defineOperation<UpdateGroupRequest, object>({
  name: 'UpdateGroup',
  constraints: { GroupName: groupName, NewPath: path, NewGroupName: groupName },
  access: on(groups, 'UpdateGroup'),
  handle: ({ input: { GroupName = '', NewGroupName, NewPath }, state }) => {
    rename(groups, state, get(groups, state, GroupName), { name: NewGroupName, path: NewPath });
    return {};
  },
});
