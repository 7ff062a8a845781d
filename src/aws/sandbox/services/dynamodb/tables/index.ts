export { arnOf, findIndex, openTable, tableTagConditions } from './find-table.ts';
export { inIndex, keyAttributes, projected, projectedNames } from './index-items.ts';
export { tablesIn } from './lifecycle.ts';
export {
  dynamodbOf,
  type KeyAttribute,
  type KeySchema,
  type SecondaryIndex,
  type Table,
} from './state.ts';
