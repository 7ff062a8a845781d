import { fromBase64, toBase64 } from '@smithy/core/serde';
import { pageToken, readPageToken } from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';
import { holds, project } from '../expressions/index.ts';
import { readUnits, type Usage } from '../items/capacity.ts';
import { itemsIn } from '../items/item-store.ts';
import type { Context } from '../items/planned-write.ts';
import { checkSelection, compareItems, inOrder, traversePage } from '../items/traverse.ts';
import { findIndex, openTable, projected } from '../tables/index.ts';
import { type AttributeValue, equalValues, type Item } from '../values/index.ts';
import type { Statement } from './parse-statement.ts';
import { equalitiesOf } from './plan-statement.ts';

export type SelectStatement = Extract<Statement, { kind: 'select' }>;

interface SelectOptions {
  readonly consistent?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly token?: string | undefined;
}

export interface Selected {
  readonly items: readonly Item[];
  readonly last?: Record<string, AttributeValue>;
  readonly token?: string;
  readonly usage: Usage;
}

/**
 * Runs a SELECT: one partition where its WHERE clause names one, else the whole table. Throws ValidationException.
 * A limit is the number of items that are read, as in a query.
 */
export function runSelect(statement: SelectStatement, options: SelectOptions, context: Context): Selected {
  const { from, where, order } = statement;
  const table = openTable(context, from.table);
  const at = { table, index: findIndex(table, from.index ?? undefined) };
  const { partition, sort } = at.index?.schema ?? table.schema;
  if (options.consistent && at.index?.kind === 'global')
    throw invalid('Consistent reads are not supported on global secondary indexes');
  const paths = statement.paths?.map(({ path }) => path);
  checkSelection({ select: undefined, paths }, at);
  const wanted = partitionIn(statement, partition.name);
  if (order && !wanted) throw invalid('Must have WHERE clause in the statement when using ORDER BY clause.');
  if (order && order.name !== sort?.name && order.name !== partition.name)
    throw invalid(`Variable reference ${order.name} in ORDER BY clause must be part of the primary key`);
  const own = [...itemsIn(table, context).values()].filter((item) => {
    const value = item[partition.name];
    return !wanted || (value && equalValues(value, wanted));
  });
  const backward = order?.descending && order.name === sort?.name;
  const ordered = inOrder(at, own);
  if (backward) ordered.reverse();
  const start = options.token === undefined ? undefined : readToken(options.token);
  const rest = start
    ? ordered.filter((item) => compareItems(at, item, start) * (backward ? -1 : 1) > 0)
    : ordered;
  const { read, bytes, last } = traversePage(at, rest, options.limit);
  const items = read
    .map((item) => (at.index ? projected(table, at.index, item) : item))
    .filter((item) => !where || holds(where, item))
    .map((item) => (paths ? project(item, paths) : item));
  const units = readUnits(bytes, options.consistent);
  return {
    items,
    ...(last && { last, token: writeToken(last) }),
    usage: { table, reference: from.table, kind: 'read', units },
  };
}

/** The partition that a SELECT asks for; undefined where it reads the whole table. */
export function partitionIn({ where }: SelectStatement, name: string): AttributeValue | undefined {
  return equalitiesOf(where).find(([attribute]) => attribute === name)?.[1];
}

function writeToken(key: Item): string {
  const entries = Object.entries(key).map(([name, { B, ...value }]) => [
    name,
    B ? { B: toBase64(B) } : value,
  ]);
  return pageToken(JSON.stringify(entries));
}

function readToken(token: string): Item {
  const text = readPageToken(token);
  // Our wording.
  if (text === undefined) throw invalid('Invalid NextToken');
  const entries = JSON.parse(text) as [string, { B?: string }][];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value.B ? { B: fromBase64(value.B) } : value]),
  ) as Item;
}
