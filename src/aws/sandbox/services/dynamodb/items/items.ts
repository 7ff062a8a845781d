import type {
  DeleteItemInput,
  DeleteItemOutput,
  GetItemInput,
  GetItemOutput,
  PutItemInput,
  PutItemOutput,
  UpdateItemInput,
  UpdateItemOutput,
} from '@aws-sdk/client-dynamodb';
import { defineOperation } from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';
import { project, readPlaceholders, readProjection } from '../expressions/index.ts';
import { openTable } from '../tables/index.ts';
import { checkedItem, type Item, itemSize } from '../values/index.ts';
import { onItems } from './access.ts';
import { consumed, readUnits, writeUsage } from './capacity.ts';
import { collectionMetrics } from './collections.ts';
import { returnConsumedCapacity, writeConstraints, writeReads } from './item-constraints.ts';
import { itemsIn } from './item-store.ts';
import { checkKey, keyText } from './keys.ts';
import { carryOut, planDelete, planPut, planUpdate, type ReadPlan } from './planned-write.ts';

export default {
  GetItem: defineOperation<GetItemInput, GetItemOutput>({
    constraints: { ReturnConsumedCapacity: returnConsumedCapacity },
    reads: ['TableName', 'Key', 'ConsistentRead', 'ProjectionExpression', 'ExpressionAttributeNames'],
    access: onItems('GetItem'),
    handle: (context) => {
      const { TableName: reference = '', ConsistentRead, ReturnConsumedCapacity, ...input } = context.input;
      const key = checkedItem(input.Key);
      const placeholders = readPlaceholders(input, {
        expressions: [],
        given: input.ProjectionExpression !== undefined,
      });
      const paths = readProjection(input.ProjectionExpression, placeholders);
      placeholders.finish();
      const table = openTable(context, reference);
      checkKey(table, key);
      const item = itemsIn(table, context).get(keyText(table, key));
      const units = readUnits(item ? itemSize(item) : 0, ConsistentRead);
      const ConsumedCapacity = consumed(ReturnConsumedCapacity, { table, reference, kind: 'read', units });
      return { ...(item && { Item: paths ? project(item, paths) : item }), ConsumedCapacity };
    },
  }),
  PutItem: defineOperation<PutItemInput, PutItemOutput>({
    constraints: writeConstraints,
    reads: [...writeReads, 'Item'],
    access: onItems('PutItem'),
    handle: (context) => {
      const { input } = context;
      refuseReturnValues(input.ReturnValues);
      const plan = planPut(input, context);
      const after = carryOut(plan);
      return {
        ...(input.ReturnValues === 'ALL_OLD' && plan.before && { Attributes: plan.before }),
        ...metrics(input, plan, after),
      };
    },
  }),
  DeleteItem: defineOperation<DeleteItemInput, DeleteItemOutput>({
    constraints: writeConstraints,
    reads: [...writeReads, 'Key'],
    access: onItems('DeleteItem'),
    handle: (context) => {
      const { input } = context;
      refuseReturnValues(input.ReturnValues);
      const plan = planDelete(input, context);
      carryOut(plan);
      return {
        ...(input.ReturnValues === 'ALL_OLD' && plan.before && { Attributes: plan.before }),
        ...metrics(input, plan, undefined),
      };
    },
  }),
  UpdateItem: defineOperation<UpdateItemInput, UpdateItemOutput>({
    constraints: writeConstraints,
    reads: [...writeReads, 'Key', 'UpdateExpression'],
    access: onItems('UpdateItem'),
    handle: (context) => {
      const { input } = context;
      const plan = planUpdate(input, context);
      const after = carryOut(plan);
      const Attributes = returned(input.ReturnValues, plan, after);
      return { ...(Attributes && { Attributes }), ...metrics(input, plan, after) };
    },
  }),
};

function refuseReturnValues(wanted: string | undefined): void {
  if (wanted !== undefined && wanted !== 'ALL_OLD' && wanted !== 'NONE')
    throw invalid('ReturnValues can only be ALL_OLD or NONE');
}

/** Attributes that an update answers with; UPDATED_ shows the paths that it named. */
function returned(wanted: string | undefined, plan: ReadPlan, after: Item | undefined): Item | undefined {
  const paths = plan.actions.map(({ path }) => path);
  const shown = (item: Item | undefined) => (item ? project(item, paths) : {});
  const some = (item: Item) => (Object.keys(item).length > 0 ? item : undefined);
  if (wanted === 'ALL_OLD') return plan.before;
  if (wanted === 'ALL_NEW') return after;
  if (wanted === 'UPDATED_OLD') return some(shown(plan.before));
  return wanted === 'UPDATED_NEW' ? some(shown(after)) : undefined;
}

interface Wanted {
  readonly ReturnConsumedCapacity?: string | undefined;
  readonly ReturnItemCollectionMetrics?: string | undefined;
}

function metrics(wanted: Wanted, plan: ReadPlan, after: Item | undefined) {
  return {
    ConsumedCapacity: consumed(wanted.ReturnConsumedCapacity, writeUsage(plan, plan.before, after)),
    ItemCollectionMetrics:
      wanted.ReturnItemCollectionMetrics === 'SIZE' ? collectionMetrics(plan) : undefined,
  };
}
