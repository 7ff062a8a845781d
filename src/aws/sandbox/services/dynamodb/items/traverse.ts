import {
  type DynamoDbTable,
  inIndex,
  keyAttributes,
  projected,
  type SecondaryIndex,
} from '../tables/index.ts';
import { type AttributeValue, compareValues, type Item, itemSize, valueKey } from '../values/index.ts';
import { keyText } from './keys.ts';

/** "A single Query operation will read up to the maximum number of items set ... or a maximum of 1 MB of data". */
const PAGE_BYTES = 1024 * 1024;

/** A table that is read, or an index of it. */
export interface ItemSource {
  readonly table: DynamoDbTable;
  readonly index: SecondaryIndex | undefined;
}

const schemaOf = ({ table, index }: ItemSource) => index?.schema ?? table.schema;

/** Place of a partition in the order of a scan: partitions are spread by a hash, as AWS spreads them. */
export function placeOf(value: AttributeValue): number {
  let hash = 0x811c9dc5;
  for (const character of valueKey(value))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // The last characters must move the first bits, too.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The items of a table or an index, in the order of a scan; those of one partition by their sort key. */
export function inOrder(source: ItemSource, items: Iterable<Item>): Item[] {
  const { index } = source;
  const held = index ? [...items].filter((item) => inIndex(index, item)) : [...items];
  return held.sort((left, right) => compareItems(source, left, right));
}

/** Compares two items, or keys with all key attributes of the table and the index. */
export function compareItems(source: ItemSource, left: Item, right: Item): number {
  const { partition, sort } = schemaOf(source);
  const [a, b] = [left[partition.name] as AttributeValue, right[partition.name] as AttributeValue];
  const byPlace = placeOf(a) - placeOf(b) || (compareValues(a, b) ?? 0);
  const bySort = sort && compareValues(left[sort.name] as AttributeValue, right[sort.name] as AttributeValue);
  if (byPlace || bySort || !source.index) return byPlace || bySort || 0;
  const [first, second] = [keyText(source.table, left), keyText(source.table, right)];
  return first < second ? -1 : Number(first > second);
}

/** The key to go on after: the key attributes of the table and of the index. */
function pageKey({ table, index }: ItemSource, item: Item): Record<string, AttributeValue> {
  const names = [...keyAttributes(table.schema), ...(index ? keyAttributes(index.schema) : [])];
  return Object.fromEntries(names.map(({ name }) => [name, item[name] as AttributeValue]));
}

export interface TraversedPage {
  /** Before any filter. */
  readonly read: readonly Item[];
  readonly bytes: number;
  /** Present where the page ended before the items did, or at its limit. */
  readonly last?: Record<string, AttributeValue>;
}

/** Reads items, as the table or the index holds them, until a page is full. */
export function traversePage(
  source: ItemSource,
  items: readonly Item[],
  limit: number | undefined,
): TraversedPage {
  const { table, index } = source;
  const read: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    const held = index ? projected(table, index, item) : item;
    read.push(item);
    bytes += itemSize(held);
    if (read.length === limit || bytes >= PAGE_BYTES) return { read, bytes, last: pageKey(source, item) };
  }
  return { read, bytes };
}
