import type { UpdateUserRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { existingUserName, path, userName } from '../constraints.ts';
import { get, users } from '../kinds.ts';
import { rename } from '../principals.ts';

export default defineOperation<UpdateUserRequest, object>({
  name: 'UpdateUser',
  constraints: { UserName: existingUserName, NewPath: path, NewUserName: userName },
  access: on(users, 'UpdateUser'),
  handle: ({ input: { UserName = '', NewUserName, NewPath }, state }) => {
    rename(users, state, get(users, state, UserName), { name: NewUserName, path: NewPath });
    return {};
  },
});
