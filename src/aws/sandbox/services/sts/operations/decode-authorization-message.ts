import type {
  DecodeAuthorizationMessageRequest,
  DecodeAuthorizationMessageResponse,
} from '@aws-sdk/client-sts';
import { decodeMessage } from '../../../authorization/index.ts';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { constraints } from '../constraints.ts';

export default defineOperation<DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse>({
  name: 'DecodeAuthorizationMessage',
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
});
