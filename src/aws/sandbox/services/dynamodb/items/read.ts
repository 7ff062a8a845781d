import type { QueryInput, QueryOutput, ScanInput, ScanOutput } from '@aws-sdk/client-dynamodb';
import { defineOperation, type OperationContext } from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';
import {
  type Condition,
  holds,
  type Placeholders,
  readCondition,
  readKeyCondition,
  readPlaceholders,
  readProjection,
  requestedAttributes,
} from '../expressions/index.ts';
import { findIndex, keyAttributes, openTable, projected } from '../tables/index.ts';
import { type AttributeValue, checkedItem, equalValues, type Item, typeOf } from '../values/index.ts';
import { onItems } from './access.ts';
import { consumed, readUnits } from './capacity.ts';
import { limit, returnConsumedCapacity, select } from './item-constraints.ts';
import { itemsIn } from './item-store.ts';
import {
  checkSelection,
  compareItems,
  type ItemSelection,
  type ItemSource,
  inOrder,
  placeOf,
  shown,
  traversePage,
} from './traverse.ts';

type Input = QueryInput & ScanInput;
type Context = OperationContext<Input>;

const SHARED_READS = [
  'TableName',
  'IndexName',
  'FilterExpression',
  'ProjectionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ExclusiveStartKey',
  'ConsistentRead',
] as const;
const constraints = { ReturnConsumedCapacity: returnConsumedCapacity, Select: select, Limit: limit };
const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';

export default {
  Query: defineOperation<QueryInput, QueryOutput>({
    constraints,
    reads: [...SHARED_READS, 'KeyConditionExpression', 'ScanIndexForward'],
    access: onItems('Query'),
    handle: query,
  }),
  Scan: defineOperation<ScanInput, ScanOutput>({
    constraints: {
      ...constraints,
      Segment: { source, min: 0, max: 999_999 },
      TotalSegments: { source, min: 1, max: 1_000_000 },
    },
    reads: SHARED_READS,
    access: onItems('Scan'),
    handle: scan,
  }),
};

/** Also what a SELECT of a PartiQL statement does. */
export function query(context: OperationContext<QueryInput>): QueryOutput {
  const { KeyConditionExpression: text, FilterExpression, ScanIndexForward: forward = true } = context.input;
  const placeholders = readPlaceholders(context.input, {
    expressions: ['FilterExpression', 'KeyConditionExpression'],
    given: [text, FilterExpression, context.input.ProjectionExpression].some((one) => one !== undefined),
  });
  const keyCondition = readCondition('KeyConditionExpression', text, placeholders);
  const rest = readShared(context, placeholders);
  if (!keyCondition)
    throw invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  const at = openSource(context, rest);
  const schema = at.index?.schema ?? at.table.schema;
  const wanted = readKeyCondition(keyCondition, schema);
  refuseKeysInFilter(context.input, at);
  const start = startKey(context.input, at);
  const { partition, sort } = schema;
  if (start && !equalValues(start[partition.name] as AttributeValue, wanted.partition))
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  const matching = [...itemsIn(at.table, context).values()].filter((item) => {
    const [value, second] = [item[partition.name], sort && item[sort.name]];
    return value && equalValues(value, wanted.partition) && (!wanted.sort || (second && wanted.sort(second)));
  });
  const ordered = inOrder(at, matching);
  return answer(context, { ...rest, at, start, items: forward ? ordered : ordered.reverse(), forward });
}

export function scan(context: OperationContext<ScanInput>): ScanOutput {
  const { FilterExpression, ProjectionExpression, Segment, TotalSegments } = context.input;
  const placeholders = readPlaceholders(context.input, {
    expressions: ['FilterExpression'],
    given: FilterExpression !== undefined || ProjectionExpression !== undefined,
  });
  const rest = readShared(context, placeholders);
  checkSegments(Segment, TotalSegments);
  const at = openSource(context, rest);
  const start = startKey(context.input, at);
  const name = (at.index?.schema ?? at.table.schema).partition.name;
  const items = inOrder(at, itemsIn(at.table, context).values()).filter(
    (item) =>
      TotalSegments === undefined ||
      Math.floor((placeOf(item[name] as AttributeValue) / 2 ** 32) * TotalSegments) === Segment,
  );
  return answer(context, { ...rest, at, start, items, forward: true });
}

interface Shared extends ItemSelection {
  readonly filter: Condition | undefined;
}

function readShared({ input }: Context, placeholders: Placeholders): Shared {
  const filter = readCondition('FilterExpression', input.FilterExpression, placeholders);
  const paths = readProjection(input.ProjectionExpression, placeholders);
  placeholders.finish();
  return { filter, paths, select: input.Select };
}

function openSource(context: Context, selection: ItemSelection): ItemSource {
  const { TableName, IndexName, ConsistentRead } = context.input;
  const table = openTable(context, TableName);
  const at = { table, index: findIndex(table, IndexName) };
  if (ConsistentRead && at.index?.kind === 'global')
    throw invalid('Consistent reads are not supported on global secondary indexes');
  checkSelection(selection, at);
  return at;
}

function refuseKeysInFilter(input: QueryInput, { table, index }: ItemSource): void {
  const { FilterExpression, ExpressionAttributeNames } = input;
  const names = requestedAttributes({ FilterExpression, ExpressionAttributeNames });
  const key = keyAttributes(index?.schema ?? table.schema).find(({ name }) => names.includes(name));
  if (key)
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${key.name}`,
    );
}

function startKey({ ExclusiveStartKey }: Input, { table, index }: ItemSource): Item | undefined {
  if (!ExclusiveStartKey || Object.keys(ExclusiveStartKey).length === 0) return undefined;
  const key = checkedItem(ExclusiveStartKey);
  const attributes = [...keyAttributes(table.schema), ...(index ? keyAttributes(index.schema) : [])];
  const names = new Set(attributes.map(({ name }) => name));
  const fits =
    Object.keys(key).length === names.size &&
    attributes.every(({ name, type }) => key[name] && typeOf(key[name]) === type);
  if (!fits) throw invalid('The provided starting key is invalid');
  return key;
}

function checkSegments(segment: number | undefined, total: number | undefined): void {
  const missing = (name: string, other: string) =>
    invalid(
      `The ${name} parameter is required but was not present in the request when ${other} parameter is present`,
    );
  if (segment !== undefined && total === undefined) throw missing('TotalSegments', 'Segment');
  if (segment === undefined && total !== undefined) throw missing('Segment', 'TotalSegments');
  if (segment !== undefined && total !== undefined && segment >= total)
    throw invalid(
      `The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${segment} is not less than TotalSegments: ${total}`,
    );
}

interface Found extends Shared {
  readonly at: ItemSource;
  readonly start: Item | undefined;
  readonly items: readonly Item[];
  readonly forward: boolean;
}

function answer({ input }: Context, found: Found): QueryOutput {
  const { at, start, filter, forward } = found;
  const rest = start
    ? found.items.filter((item) => compareItems(at, item, start) * (forward ? 1 : -1) > 0)
    : found.items;
  const { read, bytes, last } = traversePage(at, rest, input.Limit);
  const { table, index } = at;
  const passing = filter
    ? read.filter((item) => holds(filter, index?.kind === 'global' ? projected(table, index, item) : item))
    : read;
  const units = readUnits(bytes, input.ConsistentRead);
  const usage = {
    ...{ table, reference: input.TableName ?? '', kind: 'read' as const },
    units: index ? 0 : units,
    ...(index && { indexUnits: { [index.name]: units } }),
  };
  return {
    ...(input.Select !== 'COUNT' && { Items: passing.map((item) => shown(item, found, at)) }),
    Count: passing.length,
    ScannedCount: read.length,
    ...(last && { LastEvaluatedKey: last }),
    ConsumedCapacity: consumed(input.ReturnConsumedCapacity, usage),
  };
}
