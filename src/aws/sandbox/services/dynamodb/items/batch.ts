import type {
  BatchGetItemInput,
  BatchGetItemOutput,
  BatchWriteItemInput,
  BatchWriteItemOutput,
  KeysAndAttributes,
  WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { defineOperation, type OperationContext } from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';
import { project, readPlaceholders, readProjection } from '../expressions/index.ts';
import { arnOf, openTable } from '../tables/index.ts';
import { checkedItem, type Item, itemSize } from '../values/index.ts';
import { type ItemRequest, itemConditions, requireOnItems } from './access.ts';
import { consumedByTable, readUnits, type Usage, writeUsage } from './capacity.ts';
import { metricsByTable } from './collections.ts';
import { returnConsumedCapacity, returnMetrics } from './item-constraints.ts';
import { itemsIn } from './item-store.ts';
import { checkKey, keyText } from './keys.ts';
import { commit, planDelete, planPut, type ReadPlan } from './planned-write.ts';

/** API reference, BatchGetItem and BatchWriteItem. */
const MOST_READ = 100;
const MOST_WRITTEN = 25;
const MOST_READ_BYTES = 16 * 1024 * 1024;

const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';

export default {
  BatchGetItem: defineOperation<BatchGetItemInput, BatchGetItemOutput>({
    constraints: { ReturnConsumedCapacity: returnConsumedCapacity, RequestItems: { source } },
    access: onFirst<BatchGetItemInput>('BatchGetItem', readsOf),
    handle: (context) => {
      const requests = Object.entries(context.input.RequestItems ?? {});
      refuseEmpty(requests.length);
      if (requests.reduce((sum, [, { Keys = [] }]) => sum + Keys.length, 0) > MOST_READ)
        throw invalid('Too many items requested for the BatchGetItem call');
      requireOthers(context, 'BatchGetItem', readsOf(context.input));
      const parts = requests.map(([reference, request]) => readPart(reference, request, context));
      return {
        Responses: Object.fromEntries(parts.map(({ reference, items }) => [reference, items])),
        UnprocessedKeys: unprocessed(parts),
        ConsumedCapacity: consumedByTable(
          context.input.ReturnConsumedCapacity,
          parts.map(({ usage }) => usage),
        ),
      };
    },
  }),
  BatchWriteItem: defineOperation<BatchWriteItemInput, BatchWriteItemOutput>({
    constraints: {
      ReturnConsumedCapacity: returnConsumedCapacity,
      ReturnItemCollectionMetrics: returnMetrics,
      RequestItems: { source },
    },
    access: onFirst<BatchWriteItemInput>('BatchWriteItem', writesOf),
    handle: (context) => {
      const { RequestItems = {}, ReturnConsumedCapacity, ReturnItemCollectionMetrics } = context.input;
      const writes = Object.entries(RequestItems).flatMap(([reference, list]) =>
        list.map((write) => ({ reference, write })),
      );
      refuseEmpty(writes.length);
      if (writes.length > MOST_WRITTEN) throw invalid('Too many items requested for the BatchWriteItem call');
      requireOthers(context, 'BatchWriteItem', writesOf(context.input));
      const plans = writes.map(({ reference, write }) => planWrite(reference, write, context));
      refuseDuplicates(plans.map(({ table, key }) => `${table.arn} ${keyText(table, key)}`));
      const usages = plans.map((plan) => {
        const after = plan.apply();
        commit(plan, after);
        return writeUsage(plan, plan.before, after);
      });
      return {
        UnprocessedItems: {},
        ItemCollectionMetrics: ReturnItemCollectionMetrics === 'SIZE' ? metricsByTable(plans) : undefined,
        ConsumedCapacity: consumedByTable(ReturnConsumedCapacity, usages),
      };
    },
  }),
};

function readPart(
  reference: string,
  { Keys = [], ConsistentRead, ProjectionExpression, ...names }: KeysAndAttributes,
  context: OperationContext<unknown>,
) {
  const keys = Keys.map(checkedItem);
  const placeholders = readPlaceholders(names, {
    expressions: [],
    given: ProjectionExpression !== undefined,
  });
  const paths = readProjection(ProjectionExpression, placeholders);
  placeholders.finish();
  const table = openTable(context, reference);
  for (const key of keys) checkKey(table, key);
  refuseDuplicates(keys.map((key) => keyText(table, key)));
  const stored = itemsIn(table, context);
  const items: Item[] = [];
  let [bytes, units] = [0, 0];
  const left = keys.filter((key) => {
    if (bytes >= MOST_READ_BYTES) return true;
    const item = stored.get(keyText(table, key));
    units += readUnits(item ? itemSize(item) : 0, ConsistentRead);
    bytes += item ? itemSize(item) : 0;
    if (item) items.push(paths ? project(item, paths) : item);
    return false;
  });
  const usage: Usage = { table, reference, kind: 'read', units };
  return { reference, items, usage, left: { Keys: left, ConsistentRead, ProjectionExpression, ...names } };
}

function unprocessed(parts: readonly ReturnType<typeof readPart>[]) {
  const left = parts.filter((part) => part.left.Keys.length > 0);
  return Object.fromEntries(left.map((part) => [part.reference, part.left]));
}

function planWrite(
  TableName: string,
  { PutRequest, DeleteRequest }: WriteRequest,
  context: OperationContext<unknown>,
): ReadPlan {
  // Our wording.
  if ((PutRequest === undefined) === (DeleteRequest === undefined))
    throw invalid('Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest');
  return PutRequest
    ? planPut({ TableName, Item: PutRequest.Item }, context)
    : planDelete({ TableName, Key: DeleteRequest?.Key }, context);
}

function refuseEmpty(count: number): void {
  if (count === 0)
    throw invalid(
      "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
}

function refuseDuplicates(keys: readonly string[]): void {
  if (new Set(keys).size < keys.length) throw invalid('Provided list of item keys contains duplicates');
}

function readsOf({ RequestItems = {} }: BatchGetItemInput): ItemRequest[] {
  return Object.entries(RequestItems).map(([TableName, { Keys = [], ...request }]) => ({
    TableName,
    keys: Keys,
    ProjectionExpression: request.ProjectionExpression,
    ExpressionAttributeNames: request.ExpressionAttributeNames,
  }));
}

function writesOf({ RequestItems = {} }: BatchWriteItemInput): ItemRequest[] {
  return Object.entries(RequestItems).map(([TableName, list]) => ({
    TableName,
    keys: list.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key ?? {}),
  }));
}

/** A batch needs its action on every table: the first is judged as the operation's own, the others follow. */
function onFirst<Input extends object>(action: string, requestsOf: (input: Input) => ItemRequest[]) {
  const first = ({ input }: OperationContext<Input>) => requestsOf(input)[0] ?? {};
  return {
    action: `dynamodb:${action}`,
    resource: (context: OperationContext<Input>) => arnOf(context, first(context).TableName),
    namesResource: true,
    conditions: (context: OperationContext<Input>) => itemConditions(first(context), context),
  };
}

function requireOthers(
  context: OperationContext<unknown>,
  action: string,
  requests: readonly ItemRequest[],
): void {
  for (const request of requests.slice(1)) requireOnItems(context, action, request);
}
