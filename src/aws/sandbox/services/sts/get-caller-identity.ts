import type {
  DecodeAuthorizationMessageRequest,
  DecodeAuthorizationMessageResponse,
  GetAccessKeyInfoRequest,
  GetAccessKeyInfoResponse,
  GetCallerIdentityRequest,
  GetCallerIdentityResponse,
} from '@aws-sdk/client-sts';
import { decodeMessage } from '../../authorization/index.ts';
import { defineOperation, identityOf, ServiceError } from '../../operation/index.ts';
import { constraints } from './constraints.ts';

export default {
  /** "No permissions are required to perform this operation" (API reference): no policy can forbid it either. */
  GetCallerIdentity: defineOperation<GetCallerIdentityRequest, GetCallerIdentityResponse>({
    access: 'none',
    handle: ({ caller, state }) => {
      const { arn, userId } = identityOf(caller, state);
      return { UserId: userId, Account: state.account.id, Arn: arn };
    },
  }),

  GetAccessKeyInfo: defineOperation<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse>({
    constraints: { AccessKeyId: constraints.accessKeyId },
    // Seen on AWS: a denial names no resource.
    access: { action: 'sts:GetAccessKeyInfo', resource: () => '*', namesResource: false },
    handle: ({ input, state }) => {
      const { AccessKeyId: id = '' } = input;
      const account = state.credentials.has(id) ? state.account.id : accountInKey(id);
      // Our wording.
      if (account === undefined)
        throw new ServiceError(400, 'ValidationError', `${id} is not an access key ID of any account.`);
      return { Account: account };
    },
  }),

  DecodeAuthorizationMessage: defineOperation<
    DecodeAuthorizationMessageRequest,
    DecodeAuthorizationMessageResponse
  >({
    constraints: { EncodedMessage: constraints.encodedMessage },
    // Seen on AWS: a denial names no resource.
    access: { action: 'sts:DecodeAuthorizationMessage', resource: () => '*', namesResource: false },
    handle: ({ input, state }) => {
      const decoded = decodeMessage(input.EncodedMessage ?? '', state);
      if (decoded === undefined)
        // The code and status are the model's; the sentence is ours.
        throw new ServiceError(400, 'InvalidAuthorizationMessageException', 'Message is not valid');
      return { DecodedMessage: decoded };
    },
  }),
};

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The account that AWS writes into its access key ids: the first 48 bits after the prefix hold it, from the second
 * to the 41st. Found by those who compared ids; AWS documents only that it can tell. Undefined for other texts.
 */
function accountInKey(id: string): string | undefined {
  const match = /^(?:AKIA|ASIA)([A-Z2-7]{16})$/.exec(id);
  if (!match?.[1]) return undefined;
  const bits = [...match[1].slice(0, 10)]
    .map((digit) => BASE32.indexOf(digit).toString(2).padStart(5, '0'))
    .join('');
  return String(Number.parseInt(bits.slice(1, 41), 2)).padStart(12, '0');
}
