import { invalid, invalidValues } from '../dynamodb-errors.ts';
import { applyUpdate, type Condition } from '../expressions/index.ts';
import { itemsIn } from '../items/item-store.ts';
import { checkItemKeys, checkKey, itemKeyOf, keyText } from '../items/keys.ts';
import type { Context, ReadPlan } from '../items/planned-write.ts';
import { type DynamoDbTable, keyAttributes, openTable } from '../tables/index.ts';
import { type AttributeValue, type Item, itemSize, MAX_ITEM_BYTES } from '../values/index.ts';
import type { Statement } from './parse-statement.ts';

export type WriteStatement = Exclude<Statement, { kind: 'select' }>;

/** Plans what a statement writes. `showsItem`: a condition that fails shows the item. Throws a ServiceError. */
export function planStatement(statement: WriteStatement, showsItem: boolean, context: Context): ReadPlan {
  const table = openTable(context, statement.from.table);
  const key = statement.kind === 'insert' ? insertedKey(table, statement) : keyIn(table, statement.where);
  const before = itemsIn(table, context).get(keyText(table, key));
  const { clock } = context;
  const plan = { table, reference: statement.from.table, key, before, showsItem, actions: [], clock };
  if (statement.kind === 'insert')
    return {
      ...plan,
      inserts: true,
      condition: absent(table),
      apply: () => checked(table, statement.item.value.M ?? {}),
    };
  if (statement.kind === 'delete') {
    const condition = hasMore(table, statement.where) ? (statement.where ?? undefined) : undefined;
    return { ...plan, condition, apply: () => undefined };
  }
  const { actions, where } = statement;
  for (const { path } of actions)
    if (keyAttributes(table.schema).some(({ name }) => name === path[0]))
      throw invalidValues(`Cannot update attribute ${path[0]}. This attribute is part of the key`);
  const apply = () => checked(table, applyUpdate(actions, before ?? key));
  return { ...plan, actions, condition: where ?? undefined, apply };
}

function insertedKey(table: DynamoDbTable, { item }: Extract<WriteStatement, { kind: 'insert' }>): Item {
  // Our wording.
  if (!item.value.M) throw invalid('The value to insert must be a map of attributes.');
  checkItemKeys(table, item.value.M);
  return itemKeyOf(table.schema, item.value.M);
}

/** The key that a WHERE clause names with equalities. */
function keyIn(table: DynamoDbTable, where: Condition | null): Item {
  const equalities = new Map(equalitiesOf(where));
  const names = keyAttributes(table.schema).map(({ name }) => name);
  if (!names.every((name) => equalities.has(name)))
    throw invalid('Where clause does not contain a mandatory equality on all key attributes');
  const key = Object.fromEntries(names.map((name) => [name, equalities.get(name) as AttributeValue]));
  checkKey(table, key);
  return key;
}

/** The equalities of an attribute with a value that a condition demands. */
export function equalitiesOf(where: Condition | null): [name: string, value: AttributeValue][] {
  if (where?.kind === 'and') return [...equalitiesOf(where.left), ...equalitiesOf(where.right)];
  if (where?.kind !== 'compare' || where.operator !== '=') return [];
  const { left, right } = where;
  if (left.kind !== 'path' || right.kind !== 'value' || left.path.length > 1) return [];
  return [[left.path[0], right.value]];
}

/** Tells whether a WHERE clause demands more than the key. */
function hasMore(table: DynamoDbTable, where: Condition | null): boolean {
  return countOf(where) > keyAttributes(table.schema).length;
}

function countOf(where: Condition | null): number {
  return where?.kind === 'and' ? countOf(where.left) + countOf(where.right) : 1;
}

function absent({ schema }: DynamoDbTable): Condition {
  const args = [{ kind: 'path' as const, path: [schema.partition.name] as const }];
  return { kind: 'call', name: 'attribute_not_exists', args };
}

function checked(table: DynamoDbTable, item: Item): Item {
  checkItemKeys(table, item);
  if (itemSize(item) > MAX_ITEM_BYTES) throw invalid('Item size has exceeded the maximum allowed size');
  return item;
}
