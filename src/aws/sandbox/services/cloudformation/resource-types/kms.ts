import {
  booleanValue,
  documentText,
  integerValue,
  json,
  replaced,
  sameValue,
  tagList,
  text,
  textAt,
  updated,
} from './properties.ts';
import { changeTags, tagsIn } from './resource-tags.ts';
import type { ResourceContext, ResourceType, Values } from './types.ts';

/** Days that a deleted key waits where PendingWindowInDays is not given (CloudFormation User Guide, AWS::KMS::Key). */
const WAITING_DAYS = 30;

const key: ResourceType = {
  properties: {
    BypassPolicyLockoutSafetyCheck: updated(booleanValue),
    Description: updated(text),
    Enabled: updated(booleanValue),
    EnableKeyRotation: updated(booleanValue),
    KeyPolicy: updated(json),
    KeySpec: replaced(text),
    KeyUsage: replaced(text),
    MultiRegion: replaced(booleanValue),
    PendingWindowInDays: updated(integerValue),
    Tags: updated(tagList),
  },
  others: 'Origin RotationPeriodInDays',
  attributes: ['Arn', 'KeyId'],
  create: async (values, context) => {
    const { KeySpec, KeyUsage, MultiRegion, Description, KeyPolicy } = values;
    const answer = await context.call('kms', 'CreateKey', {
      ...(KeySpec !== undefined && { KeySpec }),
      ...(KeyUsage !== undefined && { KeyUsage }),
      ...(MultiRegion !== undefined && { MultiRegion }),
      ...(Description !== undefined && { Description }),
      ...(KeyPolicy !== undefined && { Policy: documentText(KeyPolicy) }),
      ...(tagsIn(values).length > 0 && { Tags: kmsTags(tagsIn(values)) }),
      ...(values.BypassPolicyLockoutSafetyCheck === true && { BypassPolicyLockoutSafetyCheck: true }),
    });
    const id = textAt(answer, 'KeyMetadata', 'KeyId');
    await setSwitches(id, {}, values, context);
    return { id, attributes: { Arn: textAt(answer, 'KeyMetadata', 'Arn'), KeyId: id } };
  },
  updates: [
    async ({ id, before, after }, context) => {
      const { call } = context;
      if (before.Description !== after.Description)
        await call('kms', 'UpdateKeyDescription', { KeyId: id, Description: after.Description ?? '' });
      if (!sameValue(before.KeyPolicy, after.KeyPolicy) && after.KeyPolicy !== undefined)
        await call('kms', 'PutKeyPolicy', {
          KeyId: id,
          PolicyName: 'default',
          Policy: documentText(after.KeyPolicy),
        });
      await setSwitches(id, before, after, context);
      await changeTags(
        { before, after },
        (tags) => call('kms', 'TagResource', { KeyId: id, Tags: kmsTags(tags) }),
        (TagKeys) => call('kms', 'UntagResource', { KeyId: id, TagKeys }),
      );
    },
  ],
  delete: async (id, values, { call }) => {
    const PendingWindowInDays = values.PendingWindowInDays ?? WAITING_DAYS;
    await call('kms', 'ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays });
  },
};

const kmsTags = (tags: ReturnType<typeof tagsIn>) =>
  tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }));

async function setSwitches(
  KeyId: string,
  before: Values,
  after: Values,
  { call }: ResourceContext,
): Promise<void> {
  if ((before.EnableKeyRotation ?? false) !== (after.EnableKeyRotation ?? false))
    await call('kms', after.EnableKeyRotation ? 'EnableKeyRotation' : 'DisableKeyRotation', { KeyId });
  if ((before.Enabled ?? true) !== (after.Enabled ?? true))
    await call('kms', after.Enabled === false ? 'DisableKey' : 'EnableKey', { KeyId });
}

const alias: ResourceType = {
  properties: { AliasName: replaced(text), TargetKeyId: updated(text) },
  required: ['AliasName', 'TargetKeyId'],
  nameProperty: 'AliasName',
  create: async ({ AliasName, TargetKeyId }, { call }) => {
    await call('kms', 'CreateAlias', { AliasName, TargetKeyId });
    return { id: String(AliasName) };
  },
  updates: [
    async ({ id, after }, { call }) =>
      void (await call('kms', 'UpdateAlias', { AliasName: id, TargetKeyId: after.TargetKeyId })),
  ],
  delete: async (id, _, { call }) => void (await call('kms', 'DeleteAlias', { AliasName: id })),
};

export default { 'AWS::KMS::Key': key, 'AWS::KMS::Alias': alias };
