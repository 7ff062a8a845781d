import type { CreateGroupRequest, CreateGroupResponse } from '@aws-sdk/client-iam';
import { timestamp } from '../../../clock/index.ts';
import { uniqueId } from '../../../identifiers/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { onNew } from '../access.ts';
import { groupName, path } from '../constraints.ts';
import { toGroup } from '../describe.ts';
import { groups } from '../kinds.ts';
import { add, begin } from '../principals.ts';

export default defineOperation<CreateGroupRequest, CreateGroupResponse>({
  name: 'CreateGroup',
  constraints: { Path: path, GroupName: groupName },
  access: onNew('group', 'CreateGroup', 'GroupName'),
  handle: ({ input: { GroupName: name = '', Path }, state, clock, random }) => {
    const group = {
      ...begin(groups, state, { name, path: Path, created: timestamp(clock) }),
      groupId: uniqueId(random, 'AGPA'),
      members: new Set<never>(),
    };
    add(groups, state, group);
    return { Group: toGroup(group) };
  },
});
