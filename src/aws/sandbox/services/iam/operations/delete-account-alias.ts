import type { DeleteAccountAliasRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { onAccount } from '../access.ts';
import { accountAlias } from '../constraints.ts';
import { noSuchEntity } from '../errors.ts';

export default defineOperation<DeleteAccountAliasRequest, object>({
  name: 'DeleteAccountAlias',
  constraints: { AccountAlias: accountAlias },
  access: onAccount('DeleteAccountAlias'),
  handle: ({ input: { AccountAlias }, state }) => {
    // Our wording.
    if (state.alias !== AccountAlias)
      throw noSuchEntity(`The account alias with name ${AccountAlias} cannot be found.`);
    state.alias = undefined;
    return {};
  },
});
