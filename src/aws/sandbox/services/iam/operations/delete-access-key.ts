import type { DeleteAccessKeyRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { namedOrCaller, onUser } from '../access.ts';
import { findKey } from '../access-keys.ts';
import { accessKeyId, existingUserName } from '../constraints.ts';

/** Sessions that were got with the key go on: they belong to the user. */
export default defineOperation<DeleteAccessKeyRequest, object>({
  name: 'DeleteAccessKey',
  constraints: { UserName: existingUserName, AccessKeyId: accessKeyId },
  access: onUser('DeleteAccessKey'),
  handle: (context) => {
    const key = findKey(context.state, context.input.AccessKeyId, namedOrCaller(context));
    context.state.credentials.delete(key.accessKeyId);
    return {};
  },
});
