import type { GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse } from '@aws-sdk/client-iam';
import { defineOperation, type OperationContext } from '../../../operation/index.ts';
import { findKey } from '../access-keys.ts';
import { accessKeyId } from '../constraints.ts';
import { users } from '../kinds.ts';

type Context = OperationContext<GetAccessKeyLastUsedRequest>;

/** "N/A" and no date for a key that was never used (API reference, AccessKeyLastUsed). */
export default defineOperation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse>({
  name: 'GetAccessKeyLastUsed',
  constraints: { AccessKeyId: accessKeyId },
  access: {
    action: 'iam:GetAccessKeyLastUsed',
    // The user is not named in the request: a key that is not there belongs to none.
    resource: (context: Context) => ownerOf(context)?.arn ?? '*',
    namesResource: true,
    shown: (context: Context) => {
      const owner = ownerOf(context);
      return owner && users.shown?.(owner.name);
    },
  },
  handle: ({ input, state }) => {
    const { user, lastUsed } = findKey(state, input.AccessKeyId);
    return {
      UserName: user.name,
      AccessKeyLastUsed: {
        LastUsedDate: lastUsed?.date,
        ServiceName: lastUsed?.service ?? 'N/A',
        Region: lastUsed?.region ?? 'N/A',
      },
    };
  },
});

function ownerOf({ input, state }: Context) {
  const credential = state.credentials.get(input.AccessKeyId ?? '');
  return credential?.kind === 'long-term' ? credential.user : undefined;
}
