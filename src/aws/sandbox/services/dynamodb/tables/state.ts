import type { AttributeDefinition } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../../clock/index.ts';
import { defineSlice, type ResourceScope } from '../../../operation/index.ts';
import type { Item } from '../values/index.ts';

export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

export interface KeySchema {
  readonly partition: KeyAttribute;
  readonly sort?: KeyAttribute;
}

/** Capacity units a second; both are 0 for an on-demand table. */
export interface Throughput {
  readonly read: number;
  readonly write: number;
}

export interface SecondaryIndex {
  readonly name: string;
  readonly kind: 'global' | 'local';
  readonly schema: KeySchema;
  /** Attributes beside the keys; `ALL` of them. */
  readonly projection: 'ALL' | readonly string[];
  /** Of a global index. */
  throughput: Throughput;
  /** Of a global index that was added to a table. */
  readonly created?: Date;
  deleted?: Date;
}

/** A change of an item, as a stream keeps it. */
export interface KeptChange {
  /** From 1, in the order of the changes. */
  readonly number: number;
  readonly time: Date;
  readonly key: Item;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  /** Set where time to live has ended. */
  readonly expired?: true;
}

/** A stream of a table. */
export interface TableStream {
  readonly arn: string;
  /** `2026-11-30T05:32:19.123` */
  readonly label: string;
  readonly view: string;
  readonly created: Date;
  disabled?: Date;
  /** How many changes there ever were. */
  written: number;
  /** The changes of the last day, the oldest first. */
  readonly records: KeptChange[];
}

export interface DynamoDbTable {
  readonly name: string;
  readonly region: string;
  readonly arn: string;
  readonly id: string;
  readonly schema: KeySchema;
  definitions: readonly AttributeDefinition[];
  indexes: SecondaryIndex[];
  /** Since when the table is on demand; absent where its capacity is provisioned. */
  onDemand?: Date | undefined;
  throughput: Throughput;
  readonly created: Date;
  updated?: Date;
  deleted?: Date;
  deletionProtected: boolean;
  tableClass?: { readonly name: string; readonly since?: Date };
  readonly tags: Map<string, string>;
  /** By the text of their primary key. */
  readonly items: Map<string, Item>;
  /** The attribute that holds the second of the epoch at which an item expires. */
  timeToLive?: { readonly attribute: string; readonly enabled: boolean; readonly since: Date };
  /** The last one is the table's own; those before were disabled. */
  readonly streams: TableStream[];
}

const slice = defineSlice(
  'dynamodb',
  () => ({
    /** By ARN. */
    tables: new Map<string, DynamoDbTable>(),
    /** Answers of transactions by their client token. */
    transactions: new Map<string, { readonly request: string; readonly at: number }>(),
  }),
  ({ tables }) =>
    [...tables.values()]
      .filter(({ deleted }) => !deleted)
      .map(({ name, region, items, indexes }) => ({
        type: 'AWS::DynamoDB::Table',
        ...{ id: name, region },
        details: {
          Items: String(items.size),
          ...(indexes.length > 0 && { Indexes: indexes.map((index) => index.name).join(', ') }),
        },
      })),
);

export const dynamodbOf = ({ state }: Pick<ResourceScope, 'state'>) => state.of(slice);

/** How long changes take, in seconds: our choice, of the order that is usual on AWS for empty tables. */
const SECONDS = { creating: 8, updating: 5, deleting: 6, addingIndex: 60, deletingIndex: 10 } as const;

const passed = (clock: Clock, since: Date, seconds: number): boolean =>
  clock.account().getTime() - since.getTime() >= seconds * 1000;

export function tableStatus(
  table: DynamoDbTable,
  clock: Clock,
): 'CREATING' | 'UPDATING' | 'DELETING' | 'ACTIVE' {
  if (table.deleted) return 'DELETING';
  if (!passed(clock, table.created, SECONDS.creating)) return 'CREATING';
  const changing = table.updated && !passed(clock, table.updated, SECONDS.updating);
  return changing || table.indexes.some((index) => indexStatus(index, table, clock) !== 'ACTIVE')
    ? 'UPDATING'
    : 'ACTIVE';
}

export function indexStatus({ created, deleted }: SecondaryIndex, table: DynamoDbTable, clock: Clock) {
  if (deleted) return 'DELETING';
  if (created) return passed(clock, created, SECONDS.addingIndex) ? 'ACTIVE' : 'CREATING';
  return passed(clock, table.created, SECONDS.creating) ? 'ACTIVE' : 'CREATING';
}

/** The account's tables in a Region, by name, without what has been deleted for good. */
export function tablesIn(place: ResourceScope): DynamoDbTable[] {
  const { tables } = dynamodbOf(place);
  const { clock, region } = place;
  for (const [arn, table] of tables) {
    if (table.deleted && passed(clock, table.deleted, SECONDS.deleting)) tables.delete(arn);
    table.indexes = table.indexes.filter(
      ({ deleted }) => !deleted || !passed(clock, deleted, SECONDS.deletingIndex),
    );
  }
  const own = [...tables.values()].filter((table) => table.region === region);
  return own.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function keyAttributes({ partition, sort }: KeySchema): readonly KeyAttribute[] {
  return sort ? [partition, sort] : [partition];
}

/** Tells whether an index holds an item: only one that has all of its key attributes. */
export function inIndex({ schema }: SecondaryIndex, item: Item): boolean {
  return keyAttributes(schema).every(({ name }) => item[name] !== undefined);
}

/** Names of the attributes that an index copies; undefined where it copies all. */
export function projectedNames(
  { schema }: DynamoDbTable,
  index: SecondaryIndex,
): ReadonlySet<string> | undefined {
  if (index.projection === 'ALL') return undefined;
  const keys = [...keyAttributes(schema), ...keyAttributes(index.schema)].map(({ name }) => name);
  return new Set([...keys, ...index.projection]);
}

/** An item as an index holds it. */
export function projected(table: DynamoDbTable, index: SecondaryIndex, item: Item): Item {
  const names = projectedNames(table, index);
  return names ? Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name))) : item;
}
