import type { UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { roleDescription, roleName } from '../constraints.ts';
import { toListedRole } from '../describe.ts';
import { get, roles } from '../kinds.ts';

export default defineOperation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse>({
  name: 'UpdateRoleDescription',
  constraints: { RoleName: roleName, Description: roleDescription },
  access: on(roles, 'UpdateRoleDescription'),
  handle: ({ input: { RoleName = '', Description }, state }) => {
    const role = get(roles, state, RoleName);
    role.description = Description;
    return { Role: toListedRole(role) };
  },
});
