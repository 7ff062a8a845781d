export { checkedItem, checkedValue } from './check.ts';
export { compareValues, equalValues, typeOf, type ValueType, valueKey } from './compare.ts';
export { add, subtract } from './decimal.ts';
export { itemSize, MAX_ITEM_BYTES, utf8Length, valueSize } from './size.ts';
export type { AttributeValue, Item } from './types.ts';
