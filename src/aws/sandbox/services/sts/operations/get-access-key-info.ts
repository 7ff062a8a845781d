import type { GetAccessKeyInfoRequest, GetAccessKeyInfoResponse } from '@aws-sdk/client-sts';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { constraints } from '../constraints.ts';
import { accountInKey } from '../key-account.ts';

export default defineOperation<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse>({
  name: 'GetAccessKeyInfo',
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
});
