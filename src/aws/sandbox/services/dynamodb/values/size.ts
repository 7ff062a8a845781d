import type { AttributeValue, Item } from './types.ts';

/** Developer Guide, "Quotas in Amazon DynamoDB". */
export const MAX_ITEM_BYTES = 400 * 1024;

/** Size of an item as DynamoDB counts it. Source: Developer Guide, "DynamoDB item sizes and formats". */
export function itemSize(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8Length(name) + valueSize(value), 0);
}

export function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return utf8Length(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return value.B.length;
  if (value.SS !== undefined) return sumOf(value.SS, utf8Length);
  if (value.NS !== undefined) return sumOf(value.NS, numberSize);
  if (value.BS !== undefined) return sumOf(value.BS, ({ length }) => length);
  if (value.L !== undefined) return 3 + sumOf(value.L, (one) => 1 + valueSize(one));
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
}

export const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

/** "Approximately (length of attribute name) + (1 byte per two significant digits) + (1 byte)". */
function numberSize(text: string): number {
  const digits = text
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/(?<!0)0+$/, '').length;
  return Math.ceil(digits / 2) + 1 + Number(text.startsWith('-'));
}

function sumOf<One>(list: readonly One[], sizeOf: (one: One) => number): number {
  return list.reduce((sum, one) => sum + sizeOf(one), 0);
}
