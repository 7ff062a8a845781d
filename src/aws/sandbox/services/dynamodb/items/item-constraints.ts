const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';

export const returnConsumedCapacity = { source, values: ['INDEXES', 'TOTAL', 'NONE'] };
export const returnMetrics = { source, values: ['SIZE', 'NONE'] };
export const returnOnFailure = { source, values: ['ALL_OLD', 'NONE'] };
const returnValues = {
  source,
  values: ['ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW'],
};
export const select = {
  source,
  values: ['SPECIFIC_ATTRIBUTES', 'COUNT', 'ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES'],
};
export const limit = { source, min: 1 };
export const writeConstraints = {
  ReturnConsumedCapacity: returnConsumedCapacity,
  ReturnItemCollectionMetrics: returnMetrics,
  ReturnValuesOnConditionCheckFailure: returnOnFailure,
  ReturnValues: returnValues,
};
/** Members that each of the three writes reads beside its own. */
export const writeReads = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
] as const;
