import type { Select } from '@aws-sdk/client-dynamodb';
import { invalid, invalidValues } from '../dynamodb-errors.ts';
import { type DocumentPath, project } from '../expressions/index.ts';
import {
  type DynamoDbTable,
  inIndex,
  keyAttributes,
  projected,
  projectedNames,
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

interface TraversedPage {
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

/** Attributes that a query or a scan answers with. */
export interface ItemSelection {
  readonly select: Select | undefined;
  readonly paths: readonly DocumentPath[] | undefined;
}

/** Refuses a selection that the request or the index cannot give. Texts: public test suites that run against AWS. */
export function checkSelection({ select, paths }: ItemSelection, { table, index }: ItemSource): void {
  if (select === 'SPECIFIC_ATTRIBUTES' && !paths)
    throw invalid(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  if (paths && select !== undefined && select !== 'SPECIFIC_ATTRIBUTES')
    throw invalid(
      select === 'COUNT'
        ? 'Cannot specify the ProjectionExpression when choosing to get only the Count'
        : `Cannot specify the ProjectionExpression when choosing to get ${select}`,
    );
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && !index)
    throw invalid('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
  if (index?.kind !== 'global' || index.projection === 'ALL') return;
  if (select === 'ALL_ATTRIBUTES')
    throw invalidValues(
      `Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
    );
  const known = projectedNames(table, index);
  const missing = [...new Set((paths ?? []).map(([name]) => name))].filter((name) => !known?.has(name));
  if (missing.length > 0)
    throw invalidValues(`Global secondary index ${index.name} does not project [${missing.join(', ')}]`);
}

/** An item as the answer shows it. A local index fetches what it lacks from the table. */
export function shown(item: Item, { select, paths }: ItemSelection, { table, index }: ItemSource): Item {
  if (paths) return project(item, paths);
  return index && select !== 'ALL_ATTRIBUTES' ? projected(table, index, item) : item;
}
