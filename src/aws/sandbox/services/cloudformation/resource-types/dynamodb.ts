import {
  booleanValue,
  integerValue,
  list,
  object,
  replaced,
  sameValue,
  tagList,
  text,
  textAt,
  updated,
} from './properties.ts';
import { changeTags, tagsIn } from './resource-tags.ts';
import type { ResourceType, Values } from './types.ts';

const KEY_SCHEMA = list(object({ AttributeName: text, KeyType: text }, ['AttributeName', 'KeyType']));
const PROJECTION = object({ NonKeyAttributes: list(text), ProjectionType: text });
const THROUGHPUT = object({ ReadCapacityUnits: integerValue, WriteCapacityUnits: integerValue });
const INDEX = { IndexName: text, KeySchema: KEY_SCHEMA, Projection: PROJECTION };
const INDEX_NEEDS = ['IndexName', 'KeySchema', 'Projection'];

const table: ResourceType = {
  properties: {
    TableName: replaced(text),
    KeySchema: replaced(KEY_SCHEMA),
    LocalSecondaryIndexes: replaced(list(object(INDEX, INDEX_NEEDS))),
    AttributeDefinitions: updated(
      list(object({ AttributeName: text, AttributeType: text }, ['AttributeName', 'AttributeType'])),
    ),
    BillingMode: updated(text),
    DeletionProtectionEnabled: updated(booleanValue),
    GlobalSecondaryIndexes: updated(
      list(object({ ...INDEX, ProvisionedThroughput: THROUGHPUT }, INDEX_NEEDS)),
    ),
    ProvisionedThroughput: updated(THROUGHPUT),
    StreamSpecification: updated(object({ StreamViewType: text }, ['StreamViewType'])),
    Tags: updated(tagList),
  },
  required: ['KeySchema'],
  others:
    'ContributorInsightsSpecification ImportSourceSpecification KinesisStreamSpecification OnDemandThroughput PointInTimeRecoverySpecification ResourcePolicy SSESpecification TableClass TimeToLiveSpecification WarmThroughput',
  attributes: ['Arn', 'StreamArn'],
  nameProperty: 'TableName',
  create: async (values, context) => {
    const TableName = String(values.TableName ?? context.newName(255));
    const { Tags: _, StreamSpecification, ...rest } = values;
    const Tags = tagsIn(values);
    const answer = await context.call('dynamodb', 'CreateTable', {
      ...{ ...rest, TableName },
      ...(StreamSpecification !== undefined && { StreamSpecification: stream(values) }),
      ...(Tags.length > 0 && { Tags }),
    });
    const streamArn = textAt(answer, 'TableDescription', 'LatestStreamArn');
    return {
      id: TableName,
      attributes: {
        Arn: textAt(answer, 'TableDescription', 'TableArn'),
        ...(streamArn !== '' && { StreamArn: streamArn }),
      },
    };
  },
  isReady: async (id, { call }) =>
    textAt(await call('dynamodb', 'DescribeTable', { TableName: id }), 'Table', 'TableStatus') === 'ACTIVE',
  updates: [
    async ({ id, before, after }, { call }) => {
      const differs = (name: string) => !sameValue(before[name], after[name]);
      const changes = {
        ...(differs('BillingMode') && { BillingMode: after.BillingMode ?? 'PROVISIONED' }),
        ...(after.ProvisionedThroughput !== undefined &&
          (differs('ProvisionedThroughput') || differs('BillingMode')) && {
            ProvisionedThroughput: after.ProvisionedThroughput,
          }),
        ...(differs('DeletionProtectionEnabled') && {
          DeletionProtectionEnabled: after.DeletionProtectionEnabled === true,
        }),
        ...(differs('StreamSpecification') && { StreamSpecification: stream(after) }),
      };
      if (Object.keys(changes).length > 0)
        await call('dynamodb', 'UpdateTable', { TableName: id, ...changes });
    },
    async ({ id, before, after }, { call }) => {
      for (const change of indexChanges(before, after))
        await call('dynamodb', 'UpdateTable', {
          TableName: id,
          AttributeDefinitions: after.AttributeDefinitions,
          GlobalSecondaryIndexUpdates: [change],
        });
    },
    async ({ id, before, after }, { call, region, account }) => {
      const ResourceArn = `arn:aws:dynamodb:${region}:${account}:table/${id}`;
      await changeTags(
        { before, after },
        (Tags) => call('dynamodb', 'TagResource', { ResourceArn, Tags }),
        (TagKeys) => call('dynamodb', 'UntagResource', { ResourceArn, TagKeys }),
      );
    },
  ],
  delete: async (id, _, { call }) => void (await call('dynamodb', 'DeleteTable', { TableName: id })),
};

function stream({ StreamSpecification }: Values): Values {
  return StreamSpecification === undefined
    ? { StreamEnabled: false }
    : { StreamEnabled: true, ...(StreamSpecification as Values) };
}

/** The index to make and the one to remove. DynamoDB takes one of them at a time. */
function indexChanges(before: Values, after: Values): Values[] {
  const indexes = ({ GlobalSecondaryIndexes = [] }: Values) => GlobalSecondaryIndexes as readonly Values[];
  const names = (values: Values) => indexes(values).map(({ IndexName }) => IndexName);
  const removed = names(before).filter((name) => !names(after).includes(name));
  const made = indexes(after).filter(({ IndexName }) => !names(before).includes(IndexName));
  return [
    ...removed.map((IndexName) => ({ Delete: { IndexName } })),
    ...made.map((index) => ({ Create: index })),
  ];
}

export default { 'AWS::DynamoDB::Table': table };
