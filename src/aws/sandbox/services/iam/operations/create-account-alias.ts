import type { CreateAccountAliasRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { onAccount } from '../access.ts';
import { accountAlias } from '../constraints.ts';

/** A new alias takes the place of the old one (IAM User Guide, console_account-alias). */
export default defineOperation<CreateAccountAliasRequest, object>({
  name: 'CreateAccountAlias',
  constraints: { AccountAlias: accountAlias },
  access: onAccount('CreateAccountAlias'),
  handle: ({ input, state }) => {
    state.alias = input.AccountAlias;
    return {};
  },
});
