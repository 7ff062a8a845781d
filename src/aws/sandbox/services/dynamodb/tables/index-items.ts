import type { Item } from '../values/index.ts';
import type { DynamoDbTable, KeyAttribute, KeySchema, SecondaryIndex } from './state.ts';

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
