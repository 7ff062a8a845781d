import type { GetRoleRequest, GetRoleResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { roleName } from '../constraints.ts';
import { toRoleInFull } from '../describe.ts';
import { get, roles } from '../kinds.ts';

export default defineOperation<GetRoleRequest, GetRoleResponse>({
  name: 'GetRole',
  constraints: { RoleName: roleName },
  access: on(roles, 'GetRole'),
  handle: ({ input, state }) => ({ Role: toRoleInFull(get(roles, state, input.RoleName ?? '')) }),
});
