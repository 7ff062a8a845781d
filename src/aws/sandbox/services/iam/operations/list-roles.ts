import type { ListRolesRequest, ListRolesResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { onAll } from '../access.ts';
import { paging, pathPrefix } from '../constraints.ts';
import { toListedRole } from '../describe.ts';
import { byName, pageOf } from '../pages.ts';

export default defineOperation<ListRolesRequest, ListRolesResponse>({
  name: 'ListRoles',
  constraints: { PathPrefix: pathPrefix, ...paging },
  access: onAll('role', 'ListRoles'),
  handle: ({ input, state }) => {
    const matching = [...state.roles.values()].filter(({ path }) => path.startsWith(input.PathPrefix ?? '/'));
    const { items, more } = pageOf(matching, byName, input);
    return { Roles: items.map(toListedRole), ...more };
  },
});
