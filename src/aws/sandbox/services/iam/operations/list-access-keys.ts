import type { ListAccessKeysRequest, ListAccessKeysResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { namedOrCaller, onUser } from '../access.ts';
import { existingUserName, paging } from '../constraints.ts';
import { pageOf } from '../pages.ts';
import { keysOf } from '../principals.ts';

export default defineOperation<ListAccessKeysRequest, ListAccessKeysResponse>({
  name: 'ListAccessKeys',
  constraints: { UserName: existingUserName, ...paging },
  access: onUser('ListAccessKeys'),
  handle: (context) => {
    const user = namedOrCaller(context);
    const keys = keysOf(context.state, user);
    const age = (key: (typeof keys)[number]) => `${key.created.toISOString()} ${key.accessKeyId}`;
    const { items, more } = pageOf(keys, age, context.input);
    const AccessKeyMetadata = items.map(({ accessKeyId, status, created }) => ({
      UserName: user.name,
      AccessKeyId: accessKeyId,
      Status: status,
      CreateDate: created,
    }));
    return { AccessKeyMetadata, ...more };
  },
});
