export { arnOf, findIndex, openTable, tableTagConditions } from './find-table.ts';
export { inIndex, keyAttributes, projected, projectedNames } from './index-items.ts';
export { tablesIn } from './lifecycle.ts';
export {
  type DynamoDbTable,
  dynamodbOf,
  type KeyAttribute,
  type KeySchema,
  type SecondaryIndex,
} from './state.ts';
