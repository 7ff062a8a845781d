import type { Capacity, ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { type DynamoDbTable, inIndex, projected, type SecondaryIndex } from '../tables/index.ts';
import { equalValues, type Item, itemSize } from '../values/index.ts';
import { itemKeyOf } from './keys.ts';

/** Capacity units of one call on one table. */
export interface Usage {
  readonly table: DynamoDbTable;
  /** The table as the request names it. */
  readonly reference: string;
  readonly kind: 'read' | 'write';
  readonly units: number;
  /** By the index's name. */
  readonly indexUnits?: Readonly<Record<string, number>>;
  /** Transactions tell reads from writes. */
  readonly transactional?: boolean;
}

/** Source: Developer Guide, "DynamoDB read and write operations": units of 4 KB, half for an eventually consistent read. */
export function readUnits(bytes: number, consistent: boolean | undefined): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
}

/** Units of a write: 1 KB each of the larger of the old and the new item, and the same for each index that changes. */
export function writeUsage(
  { table, reference }: { readonly table: DynamoDbTable; readonly reference: string },
  before: Item | undefined,
  after: Item | undefined,
): Usage {
  const indexUnits: Record<string, number> = {};
  for (const index of table.indexes) {
    const units = indexWrites(table, index, before, after);
    if (units > 0) indexUnits[index.name] = units;
  }
  return { table, reference, kind: 'write', units: writeUnits(before, after), indexUnits };
}

function writeUnits(...items: (Item | undefined)[]): number {
  return Math.max(1, Math.ceil(Math.max(...items.map((item) => (item ? itemSize(item) : 0))) / 1024));
}

function indexWrites(table: DynamoDbTable, index: SecondaryIndex, before?: Item, after?: Item): number {
  const entry = (item: Item | undefined) =>
    item && inIndex(index, item) ? projected(table, index, item) : undefined;
  const [old, now] = [entry(before), entry(after)];
  if (!old && !now) return 0;
  if (!old || !now) return writeUnits(old, now);
  if (equalItems(old, now)) return 0;
  return equalItems(itemKeyOf(index.schema, old), itemKeyOf(index.schema, now))
    ? writeUnits(old, now)
    : writeUnits(old) + writeUnits(now);
}

function equalItems(left: Item, right: Item): boolean {
  return equalValues({ M: { ...left } }, { M: { ...right } });
}

/** Shows what a call consumed, as the request wants to see it; undefined where it does not. */
export function consumed(wanted: string | undefined, usage: Usage): ConsumedCapacity | undefined {
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return undefined;
  const { table, reference, units, indexUnits = {} } = usage;
  const total = units + Object.values(indexUnits).reduce((sum, one) => sum + one, 0);
  const shown = { TableName: reference, ...toCapacity(total, usage) };
  if (wanted === 'TOTAL') return shown;
  const of = (kind: SecondaryIndex['kind']) => {
    const entries = table.indexes
      .filter((index) => index.kind === kind && indexUnits[index.name] !== undefined)
      .map(({ name }) => [name, toCapacity(indexUnits[name] ?? 0, usage)] as const);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  };
  return {
    ...shown,
    Table: toCapacity(units, usage),
    LocalSecondaryIndexes: of('local'),
    GlobalSecondaryIndexes: of('global'),
  };
}

function toCapacity(units: number, { kind, transactional }: Usage): Capacity {
  if (!transactional) return { CapacityUnits: units };
  return kind === 'read'
    ? { CapacityUnits: units, ReadCapacityUnits: units }
    : { CapacityUnits: units, WriteCapacityUnits: units };
}

/** The usage of several calls, table by table. */
export function consumedByTable(wanted: string | undefined, usages: readonly Usage[]) {
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return undefined;
  const sums = new Map<DynamoDbTable, Usage>();
  for (const usage of usages) {
    const sum = sums.get(usage.table);
    sums.set(
      usage.table,
      sum ? { ...sum, units: sum.units + usage.units, indexUnits: merged(sum, usage) } : usage,
    );
  }
  return [...sums.values()].flatMap((usage) => consumed(wanted, usage) ?? []);
}

function merged({ indexUnits: left = {} }: Usage, { indexUnits: right = {} }: Usage) {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries([...names].map((name) => [name, (left[name] ?? 0) + (right[name] ?? 0)]));
}
