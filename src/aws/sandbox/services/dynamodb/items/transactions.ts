import type {
  CancellationReason,
  Get,
  TransactGetItemsInput,
  TransactGetItemsOutput,
  TransactWriteItem,
  TransactWriteItemsInput,
  TransactWriteItemsOutput,
} from '@aws-sdk/client-dynamodb';
import { defineOperation, type OperationContext, ServiceError } from '../../../operation/index.ts';
import { DUPLICATE, invalid } from '../dynamodb-errors.ts';
import { holds, project, readPlaceholders, readProjection } from '../expressions/index.ts';
import { openTable } from '../tables/index.ts';
import { checkedItem, type Item, itemSize } from '../values/index.ts';
import { requireOnItems } from './access.ts';
import { consumedByTable, readUnits, type Usage, writeUsage } from './capacity.ts';
import { metricsByTable } from './collections.ts';
import { returnConsumedCapacity, returnMetrics } from './item-constraints.ts';
import { itemsIn } from './item-store.ts';
import { checkKey, keyText } from './keys.ts';
import { commit, planCheck, planDelete, planPut, planUpdate, type ReadPlan } from './planned-write.ts';
import { isRepeated, remember } from './request-tokens.ts';

const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';
const transactItems = { source, minLength: 1, maxLength: 100 };

type Context = OperationContext<unknown>;

export default {
  TransactGetItems: defineOperation<TransactGetItemsInput, TransactGetItemsOutput>({
    constraints: { TransactItems: transactItems, ReturnConsumedCapacity: returnConsumedCapacity },
    access: 'none',
    handle: (context) => {
      const gets = (context.input.TransactItems ?? []).map(({ Get }) => Get as Get);
      for (const get of gets) requireOnItems(context, 'GetItem', get, 'TransactGetItems');
      const found = gets.map((get) => readOne(get, context));
      refuseRepeated(found.map(({ id }) => id));
      return {
        Responses: found.map(({ item }) => (item ? { Item: item } : {})),
        ConsumedCapacity: consumedByTable(
          context.input.ReturnConsumedCapacity,
          found.map(({ usage }) => usage),
        ),
      };
    },
  }),
  TransactWriteItems: defineOperation<TransactWriteItemsInput, TransactWriteItemsOutput>({
    constraints: {
      TransactItems: transactItems,
      ReturnConsumedCapacity: returnConsumedCapacity,
      ReturnItemCollectionMetrics: returnMetrics,
      ClientRequestToken: { source, minLength: 1, maxLength: 36 },
    },
    access: 'none',
    handle: (context) => {
      const { TransactItems = [], ReturnConsumedCapacity, ReturnItemCollectionMetrics } = context.input;
      for (const item of TransactItems) requireWrite(item, context);
      const request = JSON.stringify(TransactItems);
      if (isRepeated(context.input.ClientRequestToken, request, context)) return {};
      const plans = TransactItems.map((item) => planFor(item, context));
      const usages = carryOutAll(plans);
      remember(context.input.ClientRequestToken, request, context);
      return {
        ConsumedCapacity: consumedByTable(ReturnConsumedCapacity, usages),
        ItemCollectionMetrics: ReturnItemCollectionMetrics === 'SIZE' ? metricsByTable(plans) : undefined,
      };
    },
  }),
};

/** Does all writes, or none. Throws TransactionCanceledException, with a reason for each. */
export function carryOutAll(plans: readonly ReadPlan[]): Usage[] {
  refuseRepeated(plans.map(({ table, key }) => `${table.arn} ${keyText(table, key)}`));
  const results = plans.map(tryPlan);
  if (results.some(({ reason }) => reason.Code !== 'None'))
    throw cancelled(results.map(({ reason }) => reason));
  return plans.map((plan, index) => {
    const after = results[index]?.after;
    if (after !== plan.before) commit(plan, after);
    const usage = writeUsage(plan, plan.before, after);
    return { ...usage, units: usage.units * 2, transactional: true };
  });
}

/** `...for specific reasons [ConditionalCheckFailed, None]` */
function cancelled(reasons: readonly CancellationReason[]): ServiceError {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new ServiceError(
    400,
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
  ).with({ CancellationReasons: reasons });
}

function tryPlan(plan: ReadPlan): { readonly reason: CancellationReason; readonly after?: Item | undefined } {
  const { condition, before, showsItem, inserts } = plan;
  if (condition && !holds(condition, before ?? {}))
    return {
      reason: {
        ...(inserts
          ? { Code: 'DuplicateItem', Message: DUPLICATE }
          : { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' }),
        ...(showsItem && before && { Item: before }),
      },
    };
  try {
    return { reason: { Code: 'None' }, after: plan.apply() };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { reason: { Code: 'ValidationError', Message: error.message } };
  }
}

const ACTIONS = {
  ConditionCheck: { action: 'ConditionCheckItem', plan: planCheck },
  Put: { action: 'PutItem', plan: planPut },
  Delete: { action: 'DeleteItem', plan: planDelete },
  Update: { action: 'UpdateItem', plan: planUpdate },
} as const;

function kindOf(item: TransactWriteItem): keyof typeof ACTIONS {
  const [kind, ...others] = Object.keys(item) as (keyof typeof ACTIONS)[];
  if (!kind || others.length > 0)
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  return kind;
}

function requireWrite(item: TransactWriteItem, context: Context): void {
  const kind = kindOf(item);
  requireOnItems(context, ACTIONS[kind].action, item[kind] ?? {}, 'TransactWriteItems');
}

function planFor(item: TransactWriteItem, context: Context): ReadPlan {
  const kind = kindOf(item);
  return ACTIONS[kind].plan(item[kind] ?? {}, context);
}

function readOne(get: Get, context: Context) {
  const { TableName: reference = '', ProjectionExpression } = get;
  const key = checkedItem(get.Key);
  const given = ProjectionExpression !== undefined;
  const names = { ExpressionAttributeNames: get.ExpressionAttributeNames };
  const placeholders = readPlaceholders(names, { expressions: [], given });
  const paths = readProjection(ProjectionExpression, placeholders);
  placeholders.finish();
  const table = openTable(context, reference);
  checkKey(table, key);
  const item = itemsIn(table, context).get(keyText(table, key));
  const units = 2 * readUnits(item ? itemSize(item) : 0, true);
  const usage: Usage = { table, reference, kind: 'read', units, transactional: true };
  return {
    id: `${table.arn} ${keyText(table, key)}`,
    item: item && paths ? project(item, paths) : item,
    usage,
  };
}

function refuseRepeated(ids: readonly string[]): void {
  if (new Set(ids).size < ids.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
}
