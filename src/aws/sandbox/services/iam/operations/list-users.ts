import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { onAll } from '../access.ts';
import { paging, pathPrefix } from '../constraints.ts';
import { toUser } from '../describe.ts';
import { byName, pageOf } from '../pages.ts';

export default defineOperation<ListUsersRequest, ListUsersResponse>({
  name: 'ListUsers',
  constraints: { PathPrefix: pathPrefix, ...paging },
  access: onAll('user', 'ListUsers'),
  handle: ({ input, state }) => {
    const matching = [...state.users.values()].filter(({ path }) => path.startsWith(input.PathPrefix ?? '/'));
    const { items, more } = pageOf(matching, byName, input);
    return { Users: items.map(toUser), ...more };
  },
});
