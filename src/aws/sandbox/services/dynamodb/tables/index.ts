export { writeSchema } from './describe.ts';
export { arnOf, findIndex, openTable, tableTagConditions } from './find-table.ts';
export {
  type DynamoDbTable,
  dynamodbOf,
  inIndex,
  type KeptChange,
  type KeyAttribute,
  type KeySchema,
  keyAttributes,
  projected,
  projectedNames,
  type SecondaryIndex,
  type TableStream,
  tablesIn,
} from './state.ts';
export { openStream } from './streams.ts';
