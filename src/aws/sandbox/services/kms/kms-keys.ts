import type {
  CreateKeyRequest,
  CreateKeyResponse,
  DescribeKeyRequest,
  DescribeKeyResponse,
  DisableKeyRequest,
  EnableKeyRequest,
  KeyMetadata,
  ListKeysRequest,
  ListKeysResponse,
  UpdateKeyDescriptionRequest,
} from '@aws-sdk/client-kms';
import { requestTagConditions } from '../../authorization/index.ts';
import {
  defineOperation,
  type OperationContext,
  paginate,
  parameterNotSimulated,
  sortedBy,
} from '../../operation/index.ts';
import { checkNotPending, createKey, findKey, findKeyOrAlias, onKey, onKeyOrAlias } from './find-key.ts';
import { checkLockout } from './key-policies.ts';
import { checkKeyPolicy, defaultKeyPolicy } from './key-policy-text.ts';
import { type KeyUsage, keySpecs, OTHER_SPECS, OTHER_USAGE } from './key-specs.ts';
import { checkKeyTags } from './key-tags.ts';
import {
  grantTokensConstraint,
  keyDescription,
  keyIdConstraint,
  keyListLimit,
  keyListMarker,
  keyPolicyText,
  keySpecConstraint,
  keyTags,
  keyUsageConstraint,
} from './kms-constraints.ts';
import { invalidKmsMarker, kmsValidationError } from './kms-errors.ts';
import { type KmsKey, keyStateOf, keyStore } from './kms-state.ts';

/** API reference, ListKeys: "The default value is 100". */
const PAGE = 100;

export default {
  CreateKey: defineOperation<CreateKeyRequest, CreateKeyResponse>({
    constraints: {
      Policy: keyPolicyText,
      Description: keyDescription,
      KeyUsage: keyUsageConstraint,
      KeySpec: keySpecConstraint,
      CustomerMasterKeySpec: keySpecConstraint,
      Tags: keyTags,
    },
    reads: ['Origin', 'MultiRegion', 'BypassPolicyLockoutSafetyCheck'],
    access: {
      action: 'kms:CreateKey',
      resource: () => '*',
      namesResource: true,
      conditions: ({ input }) => ({
        'kms:KeySpec': specOf(input),
        'kms:KeyUsage': input.KeyUsage ?? 'ENCRYPT_DECRYPT',
        'kms:KeyOrigin': input.Origin ?? 'AWS_KMS',
        'kms:MultiRegion': String(input.MultiRegion ?? false),
        'kms:BypassPolicyLockoutSafetyCheck': String(input.BypassPolicyLockoutSafetyCheck ?? false),
        ...tagConditionsOf(input),
      }),
    },
    handle: (context) => {
      const { input, random, state } = context;
      refuseOthers(input);
      const { spec, usage } = kindOf(input);
      const tags = new Map((input.Tags ?? []).map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue]));
      checkKeyTags(tags);
      if (tags.size > 0)
        context.require({
          action: 'kms:TagResource',
          resource: '*',
          namesResource: false,
          conditions: tagConditionsOf(input),
        });
      const policy = input.Policy ?? defaultKeyPolicy(state.account.id);
      checkKeyPolicy(policy);
      const key = { manager: 'CUSTOMER', spec, usage, description: input.Description ?? '', policy } as const;
      // API reference: "If you provide a key policy, it must ... allow the calling principal to make a subsequent PutKeyPolicy request".
      if (input.Policy !== undefined && !input.BypassPolicyLockoutSafetyCheck)
        checkLockout(context, policy, `arn:aws:kms:${context.region}:${state.account.id}:key/*`);
      return { KeyMetadata: toMetadata(createKey(context, { ...key, tags, random }), context) };
    },
  }),
  DescribeKey: defineOperation<DescribeKeyRequest, DescribeKeyResponse>({
    constraints: { KeyId: keyIdConstraint, GrantTokens: grantTokensConstraint },
    access: onKeyOrAlias('DescribeKey'),
    handle: (context) => ({
      KeyMetadata: toMetadata(findKeyOrAlias(context, context.input.KeyId ?? ''), context),
    }),
  }),
  ListKeys: defineOperation<ListKeysRequest, ListKeysResponse>({
    constraints: { Limit: keyListLimit, Marker: keyListMarker },
    access: { action: 'kms:ListKeys', resource: () => '*', namesResource: true },
    handle: (context) => {
      const { Limit = PAGE, Marker } = context.input;
      const all = sortedBy(keyStore(context).keys(), ({ id }) => id);
      const page = paginate(all, ({ id }) => id, Limit, Marker);
      if (!page) throw invalidKmsMarker();
      return {
        Keys: page.items.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })),
        NextMarker: page.next,
        Truncated: page.next !== undefined,
      };
    },
  }),
  EnableKey: defineOperation<EnableKeyRequest, object>({
    constraints: { KeyId: keyIdConstraint },
    access: onKey('EnableKey'),
    handle: (context) => setEnabled(context, true),
  }),
  DisableKey: defineOperation<DisableKeyRequest, object>({
    constraints: { KeyId: keyIdConstraint },
    access: onKey('DisableKey'),
    handle: (context) => setEnabled(context, false),
  }),
  UpdateKeyDescription: defineOperation<UpdateKeyDescriptionRequest, object>({
    constraints: { KeyId: keyIdConstraint, Description: keyDescription },
    access: onKey('UpdateKeyDescription'),
    handle: (context) => {
      const key = findKey(context, context.input.KeyId ?? '');
      checkNotPending(key);
      key.description = context.input.Description ?? '';
      return {};
    },
  }),
};

function setEnabled(context: OperationContext<{ readonly KeyId: string | undefined }>, enabled: boolean) {
  const key = findKey(context, context.input.KeyId ?? '');
  checkNotPending(key);
  key.enabled = enabled;
  return {};
}

const tagConditionsOf = ({ Tags }: CreateKeyRequest) =>
  requestTagConditions(Tags?.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })));

const specOf = ({ KeySpec, CustomerMasterKeySpec }: CreateKeyRequest): string =>
  KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';

/** Refuses what the sandbox does not simulate: imported material, stores of the customer, keys of several Regions. */
function refuseOthers(input: CreateKeyRequest): void {
  const { Origin = 'AWS_KMS', MultiRegion, KeyUsage } = input;
  const refused =
    (Origin !== 'AWS_KMS' && `Origin ${Origin}`) ||
    (MultiRegion && 'MultiRegion true') ||
    (OTHER_SPECS.includes(specOf(input)) && `KeySpec ${specOf(input)}`) ||
    (KeyUsage === OTHER_USAGE && specOf(input).startsWith('ECC_') && `KeyUsage ${KeyUsage}`);
  if (refused) throw parameterNotSimulated('kms', 'CreateKey', refused);
}

function kindOf(input: CreateKeyRequest): { readonly spec: string; readonly usage: KeyUsage } {
  const { KeySpec, CustomerMasterKeySpec, KeyUsage } = input;
  // Our wording.
  if (KeySpec !== undefined && CustomerMasterKeySpec !== undefined)
    throw kmsValidationError('Specify KeySpec or CustomerMasterKeySpec, not both.');
  const spec = specOf(input);
  if (KeyUsage === undefined && spec !== 'SYMMETRIC_DEFAULT')
    throw kmsValidationError(
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
  const usage = (KeyUsage ?? 'ENCRYPT_DECRYPT') as KeyUsage;
  if (!keySpecs[spec]?.[usage])
    throw kmsValidationError(`KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
  return { spec, usage };
}

/** Describes a key, as CreateKey and DescribeKey both do. */
function toMetadata(key: KmsKey, { state }: Pick<OperationContext<unknown>, 'state'>): KeyMetadata {
  const facts = keySpecs[key.spec];
  const algorithms = facts?.[key.usage] as never;
  return {
    AWSAccountId: state.account.id,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: key.created,
    Enabled: keyStateOf(key) === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: keyStateOf(key),
    DeletionDate: key.deletion?.due,
    Origin: 'AWS_KMS',
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.spec as KeyMetadata['CustomerMasterKeySpec'],
    KeySpec: key.spec as KeyMetadata['KeySpec'],
    EncryptionAlgorithms: key.usage === 'ENCRYPT_DECRYPT' ? algorithms : undefined,
    SigningAlgorithms: key.usage === 'SIGN_VERIFY' ? algorithms : undefined,
    MacAlgorithms: key.usage === 'GENERATE_VERIFY_MAC' ? algorithms : undefined,
    MultiRegion: false,
    CurrentKeyMaterialId: key.materialId,
  };
}
