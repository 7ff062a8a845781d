import type { CreateUserRequest, CreateUserResponse } from '@aws-sdk/client-iam';
import { timestamp } from '../../../clock/index.ts';
import { uniqueId } from '../../../identifiers/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { onNew } from '../access.ts';
import { boundary } from '../boundaries.ts';
import { arn, path, tags, userName } from '../constraints.ts';
import { toUserInFull } from '../describe.ts';
import { users } from '../kinds.ts';
import { add, begin } from '../principals.ts';
import { withTags } from '../tags.ts';

export default defineOperation<CreateUserRequest, CreateUserResponse>({
  name: 'CreateUser',
  constraints: { Path: path, UserName: userName, PermissionsBoundary: arn, Tags: tags },
  access: onNew('user', 'CreateUser', 'UserName'),
  handle: ({ input, state, clock, random }) => {
    const { UserName: name = '', Path, PermissionsBoundary, Tags } = input;
    const user = {
      ...begin(users, state, { name, path: Path, created: timestamp(clock) }),
      tags: withTags([], Tags),
      permissionsBoundary: boundary(state, PermissionsBoundary),
      userId: uniqueId(random, 'AIDA'),
    };
    add(users, state, user);
    return { User: toUserInFull(user) };
  },
});
