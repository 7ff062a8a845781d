import { fromUtf8 } from '@smithy/core/serde';
import { zipSync } from 'fflate';
import {
  integerValue,
  list,
  map,
  object,
  replaced,
  sameValue,
  tagList,
  text,
  textAt,
  updated,
} from './properties.ts';
import { changeTags, tagMapIn } from './resource-tags.ts';
import type { ResourceType, Values } from './types.ts';

/** Properties that CreateFunction and UpdateFunctionConfiguration take by the same names. */
const SETTINGS = [
  'Description',
  'Environment',
  'EphemeralStorage',
  'Handler',
  'MemorySize',
  'Role',
  'Runtime',
  'Timeout',
  'TracingConfig',
];

/** Values that UpdateFunctionConfiguration sets where the property is removed (Lambda API reference, CreateFunction). */
const DEFAULTS: Values = {
  Description: '',
  Environment: { Variables: {} },
  EphemeralStorage: { Size: 512 },
  MemorySize: 128,
  Timeout: 3,
  TracingConfig: { Mode: 'PassThrough' },
};

const lambdaFunction: ResourceType = {
  properties: {
    FunctionName: replaced(text),
    PackageType: replaced(text),
    Architectures: updated(list(text)),
    Code: updated(object({ S3Bucket: text, S3Key: text, S3ObjectVersion: text, ZipFile: text })),
    Description: updated(text),
    Environment: updated(object({ Variables: map(text) })),
    EphemeralStorage: updated(object({ Size: integerValue }, ['Size'])),
    Handler: updated(text),
    MemorySize: updated(integerValue),
    Role: updated(text),
    Runtime: updated(text),
    Timeout: updated(integerValue),
    TracingConfig: updated(object({ Mode: text })),
    Tags: updated(tagList),
  },
  required: ['Code', 'Role'],
  others:
    'CapacityProviderConfig CodeSigningConfigArn DeadLetterConfig DurableConfig FileSystemConfigs FunctionScalingConfig ImageConfig KmsKeyArn Layers LoggingConfig PublishToLatestPublished RecursiveLoop ReservedConcurrentExecutions RuntimeManagementConfig SnapStart TenancyConfig VpcConfig',
  attributes: ['Arn'],
  nameProperty: 'FunctionName',
  create: async (values, context) => {
    const FunctionName = String(values.FunctionName ?? context.newName(64));
    const { PackageType, Architectures } = values;
    const answer = await context.call('lambda', 'CreateFunction', {
      ...{ FunctionName, Code: codeOf(values), ...settingsIn(values) },
      ...(PackageType !== undefined && { PackageType }),
      ...(Architectures !== undefined && { Architectures }),
      ...(values.Tags !== undefined && { Tags: tagMapIn(values) }),
    });
    return { id: FunctionName, attributes: { Arn: textAt(answer, 'FunctionArn') } };
  },
  isReady: async (id, { call }) => {
    const answer = await call('lambda', 'GetFunctionConfiguration', { FunctionName: id });
    return textAt(answer, 'State') !== 'Pending' && textAt(answer, 'LastUpdateStatus') !== 'InProgress';
  },
  updates: [
    async ({ id, before, after }, { call }) => {
      if (sameValue(before.Code, after.Code) && sameValue(before.Architectures, after.Architectures)) return;
      const { Architectures } = after;
      const input = {
        FunctionName: id,
        ...codeOf(after),
        ...(Architectures !== undefined && { Architectures }),
      };
      await call('lambda', 'UpdateFunctionCode', input);
    },
    async ({ id, before, after }, { call }) => {
      const changed = SETTINGS.filter((name) => !sameValue(before[name], after[name]));
      if (changed.length === 0) return;
      const settings = Object.fromEntries(changed.map((name) => [name, after[name] ?? DEFAULTS[name]]));
      await call('lambda', 'UpdateFunctionConfiguration', { FunctionName: id, ...settings });
    },
    async ({ id, before, after }, { call, region, account }) => {
      const Resource = `arn:aws:lambda:${region}:${account}:function:${id}`;
      await changeTags(
        { before, after },
        (set) =>
          call('lambda', 'TagResource', {
            Resource,
            Tags: Object.fromEntries(set.map(({ Key, Value }) => [Key, Value])),
          }),
        (TagKeys) => call('lambda', 'UntagResource', { Resource, TagKeys }),
      );
    },
  ],
  delete: async (id, _, { call }) => void (await call('lambda', 'DeleteFunction', { FunctionName: id })),
};

const settingsIn = (values: Values) =>
  Object.fromEntries(SETTINGS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));

/** Source in the template goes into a package of one file (CloudFormation User Guide, AWS::Lambda::Function Code). */
function codeOf({ Code, Runtime = '' }: Values): Values {
  const { ZipFile, ...place } = Code as Values;
  if (ZipFile === undefined) return place;
  const file = String(Runtime).startsWith('python') ? 'index.py' : 'index.js';
  return { ZipFile: zipSync({ [file]: fromUtf8(String(ZipFile)) }, { mtime: EPOCH }) };
}

/** The earliest time that a zip file knows: a package depends on its text alone. */
const EPOCH = '1980-01-01T00:00:00';

const permission: ResourceType = {
  properties: {
    Action: replaced(text),
    FunctionName: replaced(text),
    Principal: replaced(text),
    PrincipalOrgID: replaced(text),
    SourceAccount: replaced(text),
    SourceArn: replaced(text),
  },
  required: ['Action', 'FunctionName', 'Principal'],
  others: 'EventSourceToken FunctionUrlAuthType InvokedViaFunctionUrl',
  attributes: ['Id'],
  create: async (values, context) => {
    const StatementId = context.newName(100);
    await context.call('lambda', 'AddPermission', { StatementId, ...values });
    return { id: StatementId, attributes: { Id: StatementId } };
  },
  delete: async (id, { FunctionName }, { call }) =>
    void (await call('lambda', 'RemovePermission', { FunctionName, StatementId: id })),
};

export default { 'AWS::Lambda::Function': lambdaFunction, 'AWS::Lambda::Permission': permission };
