import type { Clock } from '../../../clock/index.ts';
import type { OperationContext } from '../../../operation/index.ts';
import { conditionFailed, duplicateItem, invalid, invalidValues } from '../dynamodb-errors.ts';
import {
  applyUpdate,
  type Condition,
  holds,
  type PlaceholderInput,
  readCondition,
  readPlaceholders,
  readUpdate,
  type UpdateAction,
} from '../expressions/index.ts';
import { type DynamoDbTable, keyAttributes, openTable } from '../tables/index.ts';
import { checkedItem, type Item, itemSize, MAX_ITEM_BYTES } from '../values/index.ts';
import { itemsIn, store } from './item-store.ts';
import { checkItemKeys, checkKey, itemKeyOf, keyText } from './keys.ts';

export type Context = OperationContext<unknown>;

/** Members that the requests of all writes share, whether alone, in a batch or in a transaction. */
interface WriteInput extends PlaceholderInput {
  readonly TableName?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: string | undefined;
}

/** A write that has been read and checked, and not done yet. */
export interface ReadPlan {
  readonly table: DynamoDbTable;
  /** The table as the request names it. */
  readonly reference: string;
  readonly key: Item;
  readonly before: Item | undefined;
  readonly condition: Condition | undefined;
  /** True where a condition that fails shows the item. */
  readonly showsItem: boolean;
  /** True for an INSERT, whose condition has an error of its own. */
  readonly inserts?: boolean;
  readonly actions: readonly UpdateAction[];
  readonly clock: Clock;
  /** The item as it will be; undefined where it goes. Throws ValidationException. */
  apply(): Item | undefined;
}

export function planPut(
  input: WriteInput & { readonly Item?: Item | undefined },
  context: Context,
): ReadPlan {
  const item = checkedItem(input.Item);
  const { condition } = readExpressions(input, ['ConditionExpression']);
  refuseLarge(item, 'Item size has exceeded the maximum allowed size');
  const table = openTable(context, input.TableName);
  checkItemKeys(table, item);
  return planFor(input, table, itemKeyOf(table.schema, item), { condition }, () => item, context);
}

type KeyInput = WriteInput & { readonly Key?: Item | undefined };

export function planDelete(input: KeyInput, context: Context): ReadPlan {
  const { table, key, ...expressions } = readKeyed(input, ['ConditionExpression'], context);
  return planFor(input, table, key, expressions, () => undefined, context);
}

export function planUpdate(
  input: KeyInput & { readonly UpdateExpression?: string | undefined },
  context: Context,
): ReadPlan {
  const { table, key, condition, actions } = readKeyed(
    input,
    ['UpdateExpression', 'ConditionExpression'],
    context,
  );
  for (const { path } of actions)
    if (keyAttributes(table.schema).some(({ name }) => name === path[0]))
      throw invalidValues(`Cannot update attribute ${path[0]}. This attribute is part of the key`);
  const before = itemsIn(table, context).get(keyText(table, key));
  const apply = () => {
    const after = applyUpdate(actions, before ?? key);
    refuseLarge(after, 'Item size to update has exceeded the maximum allowed size');
    checkItemKeys(table, after);
    return after;
  };
  return planFor(input, table, key, { condition, actions }, apply, context);
}

/** A check of a transaction: it leaves the item as it is. */
export function planCheck(input: KeyInput, context: Context): ReadPlan {
  const { table, key, ...expressions } = readKeyed(input, ['ConditionExpression'], context);
  const before = itemsIn(table, context).get(keyText(table, key));
  return planFor(input, table, key, expressions, () => before, context);
}

/** Checks the condition and writes. Throws ConditionalCheckFailedException or ValidationException. */
export function carryOut(plan: ReadPlan): Item | undefined {
  const { before, condition, showsItem, inserts } = plan;
  if (condition && !holds(condition, before ?? {}))
    throw inserts ? duplicateItem() : conditionFailed(showsItem ? before : undefined);
  const after = plan.apply();
  commit(plan, after);
  return after;
}

export function commit({ table, key, clock }: ReadPlan, after: Item | undefined): void {
  store(table, key, after, clock);
}

function readKeyed(
  input: KeyInput & { readonly UpdateExpression?: string | undefined },
  parameters: readonly ('UpdateExpression' | 'ConditionExpression')[],
  context: Context,
) {
  const key = checkedItem(input.Key);
  const expressions = readExpressions(input, parameters);
  const table = openTable(context, input.TableName);
  checkKey(table, key);
  return { table, key, ...expressions };
}

function readExpressions(
  input: WriteInput & { readonly UpdateExpression?: string | undefined },
  parameters: readonly ('UpdateExpression' | 'ConditionExpression')[],
) {
  const placeholders = readPlaceholders(input, {
    expressions: parameters,
    given: parameters.some((parameter) => input[parameter] !== undefined),
  });
  const actions = readUpdate(input.UpdateExpression, placeholders);
  const condition = readCondition('ConditionExpression', input.ConditionExpression, placeholders);
  placeholders.finish();
  return { actions, condition };
}

function planFor(
  input: WriteInput,
  table: DynamoDbTable,
  key: Item,
  { condition, actions = [] }: { condition: Condition | undefined; actions?: readonly UpdateAction[] },
  apply: ReadPlan['apply'],
  context: Context,
): ReadPlan {
  const before = itemsIn(table, context).get(keyText(table, key));
  const { TableName: reference = '', ReturnValuesOnConditionCheckFailure: shows } = input;
  return {
    table,
    reference,
    key,
    before,
    condition,
    actions,
    showsItem: shows === 'ALL_OLD',
    apply,
    clock: context.clock,
  };
}

function refuseLarge(item: Item, message: string): void {
  if (itemSize(item) > MAX_ITEM_BYTES) throw invalid(message);
}
