import type { DeleteRoleRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { roleName } from '../constraints.ts';
import { get, roles } from '../kinds.ts';
import { endSessions, refuseWithPolicies, remove } from '../principals.ts';

export default defineOperation<DeleteRoleRequest, object>({
  name: 'DeleteRole',
  constraints: { RoleName: roleName },
  access: on(roles, 'DeleteRole'),
  handle: ({ input: { RoleName = '' }, state }) => {
    const role = get(roles, state, RoleName);
    refuseWithPolicies(role);
    remove(roles, state, role);
    endSessions(state, role);
    return {};
  },
});
