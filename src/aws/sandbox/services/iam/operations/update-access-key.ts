import type { UpdateAccessKeyRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { namedOrCaller, onUser } from '../access.ts';
import { findKey } from '../access-keys.ts';
import { accessKeyId, existingUserName, keyStatus } from '../constraints.ts';

export default defineOperation<UpdateAccessKeyRequest, object>({
  name: 'UpdateAccessKey',
  constraints: { UserName: existingUserName, AccessKeyId: accessKeyId, Status: keyStatus },
  access: onUser('UpdateAccessKey'),
  handle: (context) => {
    const { AccessKeyId, Status } = context.input;
    const key = findKey(context.state, AccessKeyId, namedOrCaller(context));
    key.status = Status === 'Active' ? 'Active' : 'Inactive';
    return {};
  },
});
