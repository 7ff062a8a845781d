export { checkedItem, checkedValue } from './check.ts';
export { type AttributeType, compareValues, equalValues, typeOf, valueKey } from './compare.ts';
export { addDecimals, NumberFault, subtract } from './decimal.ts';
export { itemSize, MAX_ITEM_BYTES, utf8Length, valueSize } from './size.ts';
export type { AttributeValue, Item } from './types.ts';
