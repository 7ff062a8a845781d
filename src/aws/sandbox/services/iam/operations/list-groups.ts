import type { ListGroupsRequest, ListGroupsResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { onAll } from '../access.ts';
import { paging, pathPrefix } from '../constraints.ts';
import { toGroup } from '../describe.ts';
import { byName, pageOf } from '../pages.ts';

export default defineOperation<ListGroupsRequest, ListGroupsResponse>({
  name: 'ListGroups',
  constraints: { PathPrefix: pathPrefix, ...paging },
  access: onAll('group', 'ListGroups'),
  handle: ({ input, state }) => {
    const matching = [...state.groups.values()].filter(({ path }) =>
      path.startsWith(input.PathPrefix ?? '/'),
    );
    const { items, more } = pageOf(matching, byName, input);
    return { Groups: items.map(toGroup), ...more };
  },
});
