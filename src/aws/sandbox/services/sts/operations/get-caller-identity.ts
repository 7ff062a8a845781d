import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { defineOperation } from '../../../operation/index.ts';
import { identityOf } from '../../../state/index.ts';

/** "No permissions are required to perform this operation" (API reference): no policy can forbid it either. */
export default defineOperation<GetCallerIdentityRequest, GetCallerIdentityResponse>({
  name: 'GetCallerIdentity',
  access: 'none',
  handle: ({ caller, state }) => {
    const { arn, userId } = identityOf(caller, state);
    return { UserId: userId, Account: state.account.id, Arn: arn };
  },
});
