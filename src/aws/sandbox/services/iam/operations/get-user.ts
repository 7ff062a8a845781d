import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { namedOrCaller, onUser } from '../access.ts';
import { existingUserName } from '../constraints.ts';
import { toUserInFull } from '../describe.ts';

export default defineOperation<GetUserRequest, GetUserResponse>({
  name: 'GetUser',
  constraints: { UserName: existingUserName },
  access: onUser('GetUser'),
  handle: (context) => ({ User: toUserInFull(namedOrCaller(context)) }),
});
