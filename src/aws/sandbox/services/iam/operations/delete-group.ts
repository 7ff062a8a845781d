import type { DeleteGroupRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { groupName } from '../constraints.ts';
import { deleteConflict } from '../errors.ts';
import { get, groups } from '../kinds.ts';
import { refuseWithPolicies, remove } from '../principals.ts';

/** "The group must not contain any users or have any attached policies" (API reference). */
export default defineOperation<DeleteGroupRequest, object>({
  name: 'DeleteGroup',
  constraints: { GroupName: groupName },
  access: on(groups, 'DeleteGroup'),
  handle: ({ input: { GroupName = '' }, state }) => {
    const group = get(groups, state, GroupName);
    if (group.members.size > 0)
      throw deleteConflict('Cannot delete entity, must remove users from group first.');
    refuseWithPolicies(group);
    remove(groups, state, group);
    return {};
  },
});
