import type { CreateAccessKeyRequest, CreateAccessKeyResponse } from '@aws-sdk/client-iam';
import { timestamp } from '../../../clock/index.ts';
import { accessKeyId, secretAccessKey } from '../../../identifiers/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { namedOrCaller, onUser } from '../access.ts';
import { existingUserName } from '../constraints.ts';
import { keysOf } from '../principals.ts';
import { keepWithin } from '../quotas.ts';

/** The only answer that ever shows the secret. */
export default defineOperation<CreateAccessKeyRequest, CreateAccessKeyResponse>({
  name: 'CreateAccessKey',
  constraints: { UserName: existingUserName },
  access: onUser('CreateAccessKey'),
  handle: (context) => {
    const { state, clock, random } = context;
    const user = namedOrCaller(context);
    keepWithin('AccessKeysPerUser', keysOf(state, user).length + 1);
    const pair = { accessKeyId: accessKeyId(random, 'AKIA'), secretAccessKey: secretAccessKey(random) };
    const created = timestamp(clock);
    state.credentials.set(pair.accessKeyId, { kind: 'long-term', ...pair, user, created, status: 'Active' });
    return {
      AccessKey: {
        UserName: user.name,
        AccessKeyId: pair.accessKeyId,
        Status: 'Active',
        SecretAccessKey: pair.secretAccessKey,
        CreateDate: created,
      },
    };
  },
});
