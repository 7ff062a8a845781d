import { integerValue, replaced, tagList, text, updated } from './properties.ts';
import { changeTags, tagMapIn } from './resource-tags.ts';
import type { ResourceContext, ResourceType } from './types.ts';

const logGroup: ResourceType = {
  properties: {
    LogGroupName: replaced(text),
    KmsKeyId: updated(text),
    RetentionInDays: updated(integerValue),
    Tags: updated(tagList),
  },
  others:
    'BearerTokenAuthenticationEnabled DataProtectionPolicy DeletionProtectionEnabled FieldIndexPolicies LogGroupClass ResourcePolicyDocument',
  attributes: ['Arn'],
  nameProperty: 'LogGroupName',
  create: async (values, context) => {
    const logGroupName = String(values.LogGroupName ?? context.newName(512));
    const tags = tagMapIn(values);
    await context.call('logs', 'CreateLogGroup', {
      logGroupName,
      ...(values.KmsKeyId !== undefined && { kmsKeyId: values.KmsKeyId }),
      ...(Object.keys(tags).length > 0 && { tags }),
    });
    if (values.RetentionInDays !== undefined) await retain(logGroupName, values.RetentionInDays, context);
    const arn = `arn:aws:logs:${context.region}:${context.account}:log-group:${logGroupName}:*`;
    return { id: logGroupName, attributes: { Arn: arn } };
  },
  updates: [
    async ({ id, before, after }, context) => {
      const { call, region, account } = context;
      if (before.RetentionInDays !== after.RetentionInDays) await retain(id, after.RetentionInDays, context);
      if (before.KmsKeyId !== after.KmsKeyId)
        await (after.KmsKeyId === undefined
          ? call('logs', 'DisassociateKmsKey', { logGroupName: id })
          : call('logs', 'AssociateKmsKey', { logGroupName: id, kmsKeyId: after.KmsKeyId }));
      const resourceArn = `arn:aws:logs:${region}:${account}:log-group:${id}`;
      await changeTags(
        { before, after },
        (set) =>
          call('logs', 'TagResource', {
            resourceArn,
            tags: Object.fromEntries(set.map(({ Key, Value }) => [Key, Value])),
          }),
        (tagKeys) => call('logs', 'UntagResource', { resourceArn, tagKeys }),
      );
    },
  ],
  delete: async (id, _, { call }) => void (await call('logs', 'DeleteLogGroup', { logGroupName: id })),
};

async function retain(logGroupName: string, days: unknown, { call }: ResourceContext): Promise<void> {
  if (days === undefined) await call('logs', 'DeleteRetentionPolicy', { logGroupName });
  else await call('logs', 'PutRetentionPolicy', { logGroupName, retentionInDays: days });
}

export default { 'AWS::Logs::LogGroup': logGroup };
