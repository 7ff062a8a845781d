import { type ConditionValues, resourceTagConditions } from '../../authorization/index.ts';
import { newRequestId, type OperationContext, type ResourceScope } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import { grantStatements } from './grant-access.ts';
import { managedKeyPolicy } from './key-policy-text.ts';
import {
  invalidKeyId,
  keyDisabled,
  kmsNotFound,
  noSuchKeyAlias,
  noSuchKmsKey,
  pendingDeletion,
} from './kms-errors.ts';
import { type KmsKey, keyStore } from './kms-state.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MULTI_REGION = /^mrk-[0-9a-f]{32}$/;
const HEX = '0123456789abcdef';
/** Developer Guide, "AWS managed keys": they are rotated every year. */
const YEAR_DAYS = 365;
/** Services whose AWS managed keys come to be when they are first asked for. */
const MANAGED = /^alias\/aws\/(ssm|secretsmanager|s3|ebs|sns|sqs|lambda|dynamodb)$/;

type Context = OperationContext<unknown>;

/** Finds a key by its id or its ARN. Throws NotFoundException. */
export function findKey(context: ResourceScope, id: string): KmsKey {
  const { name, region } = readKeyId(id);
  if (region !== undefined && region !== context.region) throw kmsNotFound(`Invalid arn ${region}`);
  const keyId = name.replace(/^key\//, '');
  const store = keyStore(context);
  const key = store.key(keyId);
  if (key) return key;
  throw UUID.test(keyId) || MULTI_REGION.test(keyId)
    ? noSuchKmsKey(store.arnOf(`key/${keyId}`))
    : invalidKeyId(id);
}

/** The same; also by the name or the ARN of an alias. */
export function findKeyOrAlias(context: Context, id: string): KmsKey {
  const { name } = readKeyId(id);
  if (!name.startsWith('alias/')) return findKey(context, id);
  const store = keyStore(context);
  const alias = store.alias(name);
  if (alias) return findKey(context, alias.keyId);
  if (MANAGED.test(name)) return createManagedKey(context, name);
  throw noSuchKeyAlias(store.arnOf(name));
}

/** `arn:aws:kms:ap-northeast-1:123456789012:key/ID` is the name `key/ID` in a Region; all else is a name. */
function readKeyId(id: string): { readonly name: string; readonly region?: string } {
  const [, region, name] = /^arn:aws[\w-]*:kms:([\w-]*):\d*:((?:key|alias)\/.+)$/.exec(id) ?? [];
  return region !== undefined && name !== undefined ? { name, region } : { name: id };
}

function createManagedKey(context: Context, alias: string): KmsKey {
  const { state, region, clock, random } = context;
  const service = alias.replace('alias/aws/', '');
  const key = createKey(context, {
    manager: 'AWS',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    // Our wording: each service has its own.
    description: `Default key that protects my ${service} data when no other key is defined`,
    policy: managedKeyPolicy(service, region, state.account.id),
    random,
  });
  key.rotation = { since: key.created, days: YEAR_DAYS };
  const now = clock.account();
  const store = keyStore(context);
  store.addAlias({ name: alias, arn: store.arnOf(alias), region, created: now, updated: now, keyId: key.id });
  return key;
}

type NewKey = Pick<KmsKey, 'manager' | 'spec' | 'usage' | 'description' | 'policy'> & {
  readonly random: Random;
  readonly tags?: Map<string, string>;
};

/** Adds a key to the Region. */
export function createKey(context: Context, { random, tags = new Map(), ...facts }: NewKey): KmsKey {
  const id = newRequestId(random);
  const store = keyStore(context);
  const key: KmsKey = {
    ...facts,
    id,
    arn: store.arnOf(`key/${id}`),
    region: context.region,
    created: context.clock.account(),
    enabled: true,
    tags,
    materialId: facts.spec === 'SYMMETRIC_DEFAULT' ? random.text(64, HEX) : undefined,
    materialSource: random.fork(`kms key ${id}`),
    grants: new Map(),
  };
  store.addKey(key);
  return key;
}

/** Throws for a key that may not be used: DisabledException or KMSInvalidStateException. */
export function checkUsable({ arn, enabled, deletion }: KmsKey): void {
  checkNotPending({ arn, deletion });
  if (!enabled) throw keyDisabled(arn);
}

/** Throws KMSInvalidStateException for a key that waits for its deletion. */
export function checkNotPending({ arn, deletion }: Pick<KmsKey, 'arn' | 'deletion'>): void {
  if (deletion) throw pendingDeletion(arn);
}

type Input = { readonly KeyId?: string | undefined };

/**
 * Builds the access rule of an action on a key. The key's own policy must name the caller or the account, or a grant
 * the caller: identity-based policies alone do not open a key (Developer Guide, "Key policies in AWS KMS").
 */
export function onKeyFound<Given>(
  action: string,
  find: (context: OperationContext<Given>) => KmsKey,
  more: (context: OperationContext<Given>) => ConditionValues = () => ({}),
) {
  return {
    action: `kms:${action}`,
    namesResource: true,
    policyDecides: true,
    resource: (context: OperationContext<Given>) => find(context).arn,
    policy: (context: OperationContext<Given>) => policyOf(find(context)),
    conditions: (context: OperationContext<Given>) => ({
      ...keyConditions(find(context), context),
      ...more(context),
    }),
  };
}

/** The same for the key whose id or ARN the input has. */
export function onKey<Given extends Input>(
  action: string,
  more?: (context: OperationContext<Given>) => ConditionValues,
) {
  return onKeyFound<Given>(action, (context) => findKey(context, context.input.KeyId ?? ''), more);
}

/** The same; the input may also have an alias, which is then a condition key. */
export function onKeyOrAlias<Given extends Input>(
  action: string,
  more: (context: OperationContext<Given>) => ConditionValues = () => ({}),
) {
  return onKeyFound<Given>(
    action,
    (context) => findKeyOrAlias(context, context.input.KeyId ?? ''),
    (context) => ({ ...aliasCondition(context.input.KeyId), ...more(context) }),
  );
}

/** Asks for an action on one more key, as a re-encryption does. */
export function requireOnKey(
  context: OperationContext<unknown>,
  action: string,
  key: KmsKey,
  more: ConditionValues = {},
): void {
  context.require({
    action: `kms:${action}`,
    resource: key.arn,
    policy: policyOf(key),
    policyDecides: true,
    conditions: { ...keyConditions(key, context), ...more },
  });
}

/** Returns a key's policy with a statement for each grant, as data. */
function policyOf({ policy, grants }: KmsKey): unknown {
  const document = JSON.parse(policy) as { readonly Statement: unknown };
  return { ...document, Statement: [document.Statement, ...grantStatements([...grants.values()])].flat() };
}

const aliasCondition = (id = ''): ConditionValues => {
  const { name } = readKeyId(id);
  return { 'kms:RequestAlias': name.startsWith('alias/') ? name : undefined };
};

function keyConditions(key: KmsKey, context: ResourceScope): ConditionValues {
  const aliases = keyStore(context)
    .aliases()
    .filter(({ keyId }) => keyId === key.id)
    .map(({ name }) => name);
  return {
    'kms:KeySpec': key.spec,
    'kms:KeyUsage': key.usage,
    'kms:KeyOrigin': 'AWS_KMS',
    'kms:MultiRegion': 'false',
    'kms:ResourceAliases': aliases.length > 0 ? aliases : undefined,
    ...resourceTagConditions([...key.tags].map(([name, value]) => ({ key: name, value }))),
  };
}

/** Condition keys of an encryption context. */
export function contextConditions(context: Readonly<Record<string, string>> = {}): ConditionValues {
  const names = Object.keys(context);
  const pairs = Object.entries(context).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]);
  return { ...Object.fromEntries(pairs), 'kms:EncryptionContextKeys': names.length > 0 ? names : undefined };
}
