import type { UpdateRoleRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { maxSessionDuration, roleDescription, roleName } from '../constraints.ts';
import { get, roles } from '../kinds.ts';

export default defineOperation<UpdateRoleRequest, object>({
  name: 'UpdateRole',
  constraints: {
    RoleName: roleName,
    Description: roleDescription,
    MaxSessionDuration: maxSessionDuration,
  },
  access: on(roles, 'UpdateRole'),
  handle: ({ input: { RoleName = '', Description, MaxSessionDuration }, state }) => {
    const role = get(roles, state, RoleName);
    role.description = Description ?? role.description;
    role.maxSessionSeconds = MaxSessionDuration ?? role.maxSessionSeconds;
    return {};
  },
});
