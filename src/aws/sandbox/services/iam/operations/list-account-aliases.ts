import type { ListAccountAliasesRequest, ListAccountAliasesResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { onAccount } from '../access.ts';
import { paging } from '../constraints.ts';
import { pageOf } from '../pages.ts';

/** "Note: you can have only one" (API reference). */
export default defineOperation<ListAccountAliasesRequest, ListAccountAliasesResponse>({
  name: 'ListAccountAliases',
  constraints: paging,
  access: onAccount('ListAccountAliases'),
  handle: ({ input, state: { alias } }) => {
    const { items, more } = pageOf(alias === undefined ? [] : [alias], (name) => name, input);
    return { AccountAliases: [...items], ...more };
  },
});
