export { arnOf, findIndex, openTable, tableTagConditions } from './find-table.ts';
export {
  type DynamoDbTable,
  dynamodbOf,
  inIndex,
  type KeyAttribute,
  type KeySchema,
  keyAttributes,
  projected,
  projectedNames,
  type SecondaryIndex,
  tablesIn,
} from './state.ts';
