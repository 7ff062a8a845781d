import type {
  AliasListEntry,
  CreateAliasRequest,
  DeleteAliasRequest,
  ListAliasesRequest,
  ListAliasesResponse,
  UpdateAliasRequest,
} from '@aws-sdk/client-kms';
import {
  defineOperation,
  type OperationContext,
  paginate,
  ServiceError,
  sortedBy,
} from '../../operation/index.ts';
import { checkNotPending, findKey, requireOnKey } from './find-key.ts';
import { aliasNameConstraint, keyIdConstraint, keyListLimit, keyListMarker } from './kms-constraints.ts';
import { invalidKmsMarker, kmsValidationError, noSuchKeyAlias } from './kms-errors.ts';
import { type Alias, keyStore } from './kms-state.ts';

/** API reference, ListAliases: "The default value is 50". */
const PAGE = 50;

type AliasInput = { readonly AliasName: string | undefined };

export default {
  CreateAlias: defineOperation<CreateAliasRequest, object>({
    constraints: { AliasName: aliasNameConstraint, TargetKeyId: keyIdConstraint },
    access: onAlias('CreateAlias'),
    handle: (context) => {
      const { AliasName: name = '', TargetKeyId = '' } = context.input;
      checkAliasName(name);
      const key = findKey(context, TargetKeyId);
      requireOnKey(context, 'CreateAlias', key);
      checkNotPending(key);
      const store = keyStore(context);
      const arn = store.arnOf(name);
      if (store.alias(name))
        throw new ServiceError(400, 'AlreadyExistsException', `An alias with the name ${arn} already exists`);
      const now = context.clock.account();
      store.addAlias({ name, arn, region: context.region, created: now, updated: now, keyId: key.id });
      return {};
    },
  }),
  UpdateAlias: defineOperation<UpdateAliasRequest, object>({
    constraints: { AliasName: aliasNameConstraint, TargetKeyId: keyIdConstraint },
    access: onAlias('UpdateAlias'),
    handle: (context) => {
      const alias = findAlias(context);
      const [from, to] = [alias.keyId, context.input.TargetKeyId ?? ''].map((id) => findKey(context, id));
      if (!from || !to) throw new Error('an alias without a key');
      requireOnKey(context, 'UpdateAlias', from);
      requireOnKey(context, 'UpdateAlias', to);
      checkNotPending(to);
      // Our wording. The rule: API reference, UpdateAlias.
      if (from.spec.split('_')[0] !== to.spec.split('_')[0] || from.usage !== to.usage)
        throw kmsValidationError('The current and the new KMS key must be of the same type and key usage.');
      alias.keyId = to.id;
      alias.updated = context.clock.account();
      return {};
    },
  }),
  DeleteAlias: defineOperation<DeleteAliasRequest, object>({
    constraints: { AliasName: aliasNameConstraint },
    access: onAlias('DeleteAlias'),
    handle: (context) => {
      const alias = findAlias(context);
      requireOnKey(context, 'DeleteAlias', findKey(context, alias.keyId));
      keyStore(context).deleteAlias(alias.name);
      return {};
    },
  }),
  ListAliases: defineOperation<ListAliasesRequest, ListAliasesResponse>({
    constraints: { KeyId: keyIdConstraint, Limit: keyListLimit, Marker: keyListMarker },
    access: { action: 'kms:ListAliases', resource: () => '*', namesResource: true },
    handle: (context) => {
      const { KeyId, Limit = PAGE, Marker } = context.input;
      const key = KeyId === undefined ? undefined : findKey(context, KeyId);
      const all = keyStore(context)
        .aliases()
        .filter(({ keyId }) => !key || keyId === key.id);
      const page = paginate(
        sortedBy(all, ({ name }) => name),
        ({ name }) => name,
        Limit,
        Marker,
      );
      if (!page) throw invalidKmsMarker();
      return {
        Aliases: page.items.map(toEntry),
        NextMarker: page.next,
        Truncated: page.next !== undefined,
      };
    },
  }),
};

/** An alias is no key: identity-based policies alone decide about it, the key's policy then about the key. */
function onAlias<Given extends AliasInput>(action: string) {
  return {
    action: `kms:${action}`,
    resource: (context: OperationContext<Given>) => keyStore(context).arnOf(context.input.AliasName ?? ''),
    namesResource: true,
  };
}

function findAlias(context: OperationContext<AliasInput>): Alias {
  const { AliasName = '' } = context.input;
  checkAliasName(AliasName);
  const alias = keyStore(context).alias(AliasName);
  if (!alias) throw noSuchKeyAlias(keyStore(context).arnOf(AliasName));
  return alias;
}

function checkAliasName(name: string): void {
  if (!name.startsWith('alias/'))
    throw kmsValidationError(
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  // AWS says nothing but the code.
  if (name.startsWith('alias/aws/')) throw new ServiceError(400, 'NotAuthorizedException', '');
}

function toEntry({ name, arn, keyId, created, updated }: Alias): AliasListEntry {
  return {
    AliasName: name,
    AliasArn: arn,
    TargetKeyId: keyId,
    CreationDate: created,
    LastUpdatedDate: updated,
  };
}
