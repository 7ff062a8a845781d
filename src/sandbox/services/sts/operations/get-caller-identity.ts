import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { defineOperation } from '../../../operation/index.ts';

/** "No permissions are required to perform this operation" (API reference): no policy can forbid it either. */
export default defineOperation<GetCallerIdentityRequest, GetCallerIdentityResponse>({
  name: 'GetCallerIdentity',
  access: 'none',
  // A GetSessionToken session is the user itself: its ARN is the user's, not one of STS.
  handle: ({ caller: { user }, state }) => ({
    UserId: user.userId,
    Account: state.account.id,
    Arn: user.arn,
  }),
});
