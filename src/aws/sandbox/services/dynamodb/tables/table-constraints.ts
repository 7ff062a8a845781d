const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';

export const tableName = { source, minLength: 3, maxLength: 255, pattern: '[a-zA-Z0-9_.-]+' };
/** A name or an ARN. */
export const tableReference = { source, minLength: 1, maxLength: 1024 };
const keyType = { source, required: true, values: ['HASH', 'RANGE'] };
const attributeName = { source, required: true, minLength: 1, maxLength: 255 };
export const keySchema = {
  source,
  minLength: 1,
  maxLength: 2,
  item: { source, members: { AttributeName: attributeName, KeyType: keyType } },
};
export const attributeDefinitions = {
  source,
  item: {
    source,
    members: {
      AttributeName: attributeName,
      AttributeType: { source, required: true, values: ['B', 'N', 'S'] },
    },
  },
};
export const billingMode = { source, values: ['PROVISIONED', 'PAY_PER_REQUEST'] };
const units = { source, required: true, min: 1 };
export const throughput = { source, members: { ReadCapacityUnits: units, WriteCapacityUnits: units } };
const projection = {
  source,
  required: true,
  members: {
    ProjectionType: { source, values: ['ALL', 'INCLUDE', 'KEYS_ONLY'] },
    NonKeyAttributes: { source, minLength: 1, maxLength: 20 },
  },
};
export const indexMembers = {
  IndexName: { ...tableName, required: true },
  KeySchema: { ...keySchema, required: true },
  Projection: projection,
};
export const indexes = { source, item: { source, members: indexMembers } };
export const globalIndexes = {
  source,
  item: { source, members: { ...indexMembers, ProvisionedThroughput: throughput } },
};
export const tableClass = { source, values: ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'] };
