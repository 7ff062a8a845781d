import type { TableDescription } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../../clock/index.ts';
import { itemSize } from '../values/index.ts';
import {
  type DynamoDbTable,
  indexStatus,
  inIndex,
  type KeySchema,
  projected,
  type SecondaryIndex,
  type Throughput,
  tableStatus,
} from './state.ts';

/** Capacity that an on-demand table can serve at once (Developer Guide, "Understanding warm throughput"). */
const ON_DEMAND: Throughput = { read: 12_000, write: 4_000 };

/**
 * A table as CreateTable, UpdateTable and DeleteTable answer. `warm`: also the warm throughput, as DescribeTable does.
 * Counts and sizes: AWS renews them every six hours or so, the sandbox at once.
 */
export function describeTable(table: DynamoDbTable, clock: Clock, warm = false): TableDescription {
  const stream = table.streams.at(-1);
  const items = [...table.items.values()];
  const global = table.indexes.filter(({ kind }) => kind === 'global');
  const local = table.indexes.filter(({ kind }) => kind === 'local');
  return {
    AttributeDefinitions: [...table.definitions],
    TableName: table.name,
    KeySchema: writeSchema(table.schema),
    TableStatus: tableStatus(table, clock),
    CreationDateTime: table.created,
    ProvisionedThroughput: writeThroughput(table.throughput),
    TableSizeBytes: items.reduce((sum, item) => sum + itemSize(item), 0),
    ItemCount: items.length,
    TableArn: table.arn,
    TableId: table.id,
    BillingModeSummary: billing(table, clock),
    LocalSecondaryIndexes: local.length > 0 ? local.map((index) => describeLocal(index, table)) : undefined,
    GlobalSecondaryIndexes:
      global.length > 0 ? global.map((index) => describeGlobal(index, table, clock, warm)) : undefined,
    ...(stream && {
      ...(!stream.disabled && {
        StreamSpecification: { StreamEnabled: true, StreamViewType: viewOf(stream.view) },
      }),
      LatestStreamLabel: stream.label,
      LatestStreamArn: stream.arn,
    }),
    TableClassSummary: table.tableClass && {
      TableClass: table.tableClass.name as 'STANDARD',
      LastUpdateDateTime: table.tableClass.since,
    },
    DeletionProtectionEnabled: table.deletionProtected,
    WarmThroughput: warm ? warmThroughput(table, table.throughput) : undefined,
  };
}

const viewOf = (view: string) => view as 'KEYS_ONLY';

function billing(
  { onDemand, ...table }: DynamoDbTable,
  clock: Clock,
): TableDescription['BillingModeSummary'] {
  if (!onDemand) return undefined;
  const active = tableStatus({ ...table, onDemand }, clock) !== 'CREATING';
  return {
    BillingMode: 'PAY_PER_REQUEST',
    ...(active && { LastUpdateToPayPerRequestDateTime: onDemand }),
  };
}

export function writeSchema({ partition, sort }: KeySchema) {
  const hash = { AttributeName: partition.name, KeyType: 'HASH' as const };
  return sort ? [hash, { AttributeName: sort.name, KeyType: 'RANGE' as const }] : [hash];
}

function writeThroughput({ read, write }: Throughput) {
  return { NumberOfDecreasesToday: 0, ReadCapacityUnits: read, WriteCapacityUnits: write };
}

function warmThroughput({ onDemand }: DynamoDbTable, throughput: Throughput) {
  const { read, write } = onDemand ? ON_DEMAND : throughput;
  return { ReadUnitsPerSecond: read, WriteUnitsPerSecond: write, Status: 'ACTIVE' as const };
}

function describeLocal(index: SecondaryIndex, table: DynamoDbTable) {
  return {
    IndexName: index.name,
    KeySchema: writeSchema(index.schema),
    Projection: writeProjection(index),
    ...sizes(index, table),
    IndexArn: `${table.arn}/index/${index.name}`,
  };
}

function describeGlobal(index: SecondaryIndex, table: DynamoDbTable, clock: Clock, warm: boolean) {
  return {
    IndexName: index.name,
    KeySchema: writeSchema(index.schema),
    Projection: writeProjection(index),
    IndexStatus: indexStatus(index, table, clock),
    ...(index.created && indexStatus(index, table, clock) === 'CREATING' && { Backfilling: true }),
    ProvisionedThroughput: writeThroughput(index.throughput),
    ...sizes(index, table),
    IndexArn: `${table.arn}/index/${index.name}`,
    ...(warm && { WarmThroughput: warmThroughput(table, index.throughput) }),
  } as const;
}

function sizes(index: SecondaryIndex, table: DynamoDbTable) {
  const entries = [...table.items.values()]
    .filter((item) => inIndex(index, item))
    .map((item) => projected(table, index, item));
  return {
    IndexSizeBytes: entries.reduce((sum, item) => sum + itemSize(item), 0),
    ItemCount: entries.length,
  };
}

function writeProjection({ projection }: SecondaryIndex) {
  if (projection === 'ALL') return { ProjectionType: 'ALL' as const };
  if (projection.length === 0) return { ProjectionType: 'KEYS_ONLY' as const };
  return { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projection] };
}
