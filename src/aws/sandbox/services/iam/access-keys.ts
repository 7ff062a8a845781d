import type {
  CreateAccessKeyRequest,
  CreateAccessKeyResponse,
  DeleteAccessKeyRequest,
  GetAccessKeyLastUsedRequest,
  GetAccessKeyLastUsedResponse,
  ListAccessKeysRequest,
  ListAccessKeysResponse,
  UpdateAccessKeyRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import {
  type AccountState,
  defineOperation,
  type LongTermCredential,
  newAccessKeyId,
  type OperationContext,
  secretAccessKey,
  type UserRecord,
} from '../../operation/index.ts';
import { accessKeyId, existingUserName, keepWithin, keyStatus, paging } from './constraints.ts';
import { noSuchEntity } from './iam-errors.ts';
import { users } from './iam-kinds.ts';
import { namedOrCaller, permissionOnUser } from './iam-permissions.ts';
import { keysOf } from './identities.ts';
import { iamPage } from './pages.ts';

type Context = OperationContext<GetAccessKeyLastUsedRequest>;

export default {
  /** The only answer that ever shows the secret. */
  CreateAccessKey: defineOperation<CreateAccessKeyRequest, CreateAccessKeyResponse>({
    constraints: { UserName: existingUserName },
    access: permissionOnUser('CreateAccessKey'),
    handle: (context) => {
      const { state, clock, random } = context;
      const user = namedOrCaller(context);
      keepWithin('AccessKeysPerUser', keysOf(state, user).length + 1);
      const pair = { accessKeyId: newAccessKeyId(random, 'AKIA'), secretAccessKey: secretAccessKey(random) };
      const created = accountTime(clock);
      state.credentials.set(pair.accessKeyId, {
        kind: 'long-term',
        ...pair,
        user,
        created,
        status: 'Active',
      });
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
  }),

  ListAccessKeys: defineOperation<ListAccessKeysRequest, ListAccessKeysResponse>({
    constraints: { UserName: existingUserName, ...paging },
    access: permissionOnUser('ListAccessKeys'),
    handle: (context) => {
      const user = namedOrCaller(context);
      const keys = keysOf(context.state, user);
      const age = (key: (typeof keys)[number]) => `${key.created.toISOString()} ${key.accessKeyId}`;
      const { items, more } = iamPage(keys, age, context.input);
      const AccessKeyMetadata = items.map(({ accessKeyId, status, created }) => ({
        UserName: user.name,
        AccessKeyId: accessKeyId,
        Status: status,
        CreateDate: created,
      }));
      return { AccessKeyMetadata, ...more };
    },
  }),

  UpdateAccessKey: defineOperation<UpdateAccessKeyRequest, object>({
    constraints: { UserName: existingUserName, AccessKeyId: accessKeyId, Status: keyStatus },
    access: permissionOnUser('UpdateAccessKey'),
    handle: (context) => {
      const { AccessKeyId, Status } = context.input;
      const key = findKey(context.state, AccessKeyId, namedOrCaller(context));
      key.status = Status === 'Active' ? 'Active' : 'Inactive';
      return {};
    },
  }),

  /** Sessions that were got with the key go on: they belong to the user. */
  DeleteAccessKey: defineOperation<DeleteAccessKeyRequest, object>({
    constraints: { UserName: existingUserName, AccessKeyId: accessKeyId },
    access: permissionOnUser('DeleteAccessKey'),
    handle: (context) => {
      const key = findKey(context.state, context.input.AccessKeyId, namedOrCaller(context));
      context.state.credentials.delete(key.accessKeyId);
      return {};
    },
  }),

  /** "N/A" and no date for a key that was never used (API reference, AccessKeyLastUsed). */
  GetAccessKeyLastUsed: defineOperation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse>({
    constraints: { AccessKeyId: accessKeyId },
    access: {
      action: 'iam:GetAccessKeyLastUsed',
      // The user is not named in the request: a key that is not there belongs to none.
      resource: (context: Context) => ownerOf(context)?.arn ?? '*',
      namesResource: true,
      shown: (context: Context) => {
        const owner = ownerOf(context);
        return owner && users.shown?.(owner.name);
      },
    },
    handle: ({ input, state }) => {
      const { user, lastUsed } = findKey(state, input.AccessKeyId);
      return {
        UserName: user.name,
        AccessKeyLastUsed: {
          LastUsedDate: lastUsed?.date,
          ServiceName: lastUsed?.service ?? 'N/A',
          Region: lastUsed?.region ?? 'N/A',
        },
      };
    },
  }),
};

/** The key of that id, of one user where one is given. Throws NoSuchEntity. */
function findKey(state: AccountState, id: string | undefined, user?: UserRecord): LongTermCredential {
  const credential = state.credentials.get(id ?? '');
  if (credential?.kind === 'long-term' && (!user || credential.user === user)) return credential;
  throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
}

function ownerOf({ input, state }: Context) {
  const credential = state.credentials.get(input.AccessKeyId ?? '');
  return credential?.kind === 'long-term' ? credential.user : undefined;
}
