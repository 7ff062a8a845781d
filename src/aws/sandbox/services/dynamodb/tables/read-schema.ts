import type {
  AttributeDefinition,
  CreateTableInput,
  GlobalSecondaryIndex,
  KeySchemaElement,
  LocalSecondaryIndex,
  Projection,
} from '@aws-sdk/client-dynamodb';
import { invalid, invalidValues } from '../dynamodb-errors.ts';
import type { KeySchema, SecondaryIndex, Throughput } from './state.ts';

/** Developer Guide, "Quotas in Amazon DynamoDB". */
const MOST_LOCAL = 5;
const MOST_GLOBAL = 20;
export const NO_THROUGHPUT: Throughput = { read: 0, write: 0 };

/** Keys and indexes of a new table. Throws ValidationException. Texts: public test suites that run against AWS. */
export function readTableSchema(input: CreateTableInput): {
  readonly schema: KeySchema;
  readonly indexes: SecondaryIndex[];
} {
  const definitions = input.AttributeDefinitions ?? [];
  const { LocalSecondaryIndexes: local, GlobalSecondaryIndexes: global } = input;
  const schema = readSchema(input.KeySchema, definitions);
  if (!local && !global && definitions.length !== (input.KeySchema ?? []).length)
    throw invalidValues(
      'Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
    );
  const indexes = [...readLocal(local, schema, definitions), ...readGlobal(global, input, definitions)];
  for (const [index, { name }] of indexes.entries())
    if (indexes.findIndex((other) => other.name === name) < index)
      throw invalidValues(`Duplicate index name: ${name}`);
  refuseUnusedDefinitions(definitions, [schema, ...indexes.map((one) => one.schema)]);
  return { schema, indexes };
}

/** `mode`: PROVISIONED needs capacity, PAY_PER_REQUEST takes none. */
export function readThroughput(
  mode: string | undefined,
  given: CreateTableInput['ProvisionedThroughput'],
): Throughput {
  if (mode === 'PAY_PER_REQUEST') {
    if (given)
      throw invalidValues(
        'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
      );
    return NO_THROUGHPUT;
  }
  if (!given)
    throw invalidValues(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  return toThroughput(given);
}

export function toThroughput(given: CreateTableInput['ProvisionedThroughput']): Throughput {
  return { read: given?.ReadCapacityUnits ?? 0, write: given?.WriteCapacityUnits ?? 0 };
}

function readSchema(
  elements: readonly KeySchemaElement[] = [],
  definitions: readonly AttributeDefinition[] = [],
): KeySchema {
  const [first, second] = elements;
  const names = elements.map(({ AttributeName }) => AttributeName ?? '');
  const known = definitions.map(({ AttributeName }) => AttributeName ?? '');
  if (names.some((name) => !known.includes(name)))
    throw invalidValues(
      `Some index key attributes are not defined in AttributeDefinitions. Keys: [${names.join(', ')}], AttributeDefinitions: [${known.join(', ')}]`,
    );
  if (second && names[0] === names[1])
    throw invalid('Both the Hash Key and the Range Key element in the KeySchema have the same name');
  if (first?.KeyType !== 'HASH')
    throw invalid('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  if (second && second.KeyType !== 'RANGE')
    throw invalid('Invalid KeySchema: The second KeySchemaElement is not a RANGE key type');
  const attribute = (name = '') => {
    const definition = definitions.find(({ AttributeName }) => AttributeName === name);
    return { name, type: (definition?.AttributeType ?? 'S') as 'S' | 'N' | 'B' };
  };
  const partition = attribute(names[0]);
  return second ? { partition, sort: attribute(names[1]) } : { partition };
}

function readLocal(
  list: readonly LocalSecondaryIndex[] | undefined,
  table: KeySchema,
  definitions: readonly AttributeDefinition[],
): SecondaryIndex[] {
  if (!list) return [];
  if (list.length === 0) throw invalidValues('List of LocalSecondaryIndexes is empty');
  if (!table.sort)
    throw invalidValues(
      'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex',
    );
  if (list.length > MOST_LOCAL)
    throw invalidValues('Number of LocalSecondaryIndexes exceeds per-table limit of 5');
  return list.map(({ IndexName: name = '', KeySchema, Projection }) => {
    const schema = readSchema(KeySchema, definitions);
    if (!schema.sort) throw invalidValues(`Index KeySchema does not have a range key for index: ${name}`);
    if (schema.partition.name !== table.partition.name)
      throw invalidValues(
        `Index KeySchema does not have the same leading hash key as table KeySchema for index: ${name}. index hash key: ${schema.partition.name}, table hash key: ${table.partition.name}`,
      );
    return {
      name,
      kind: 'local',
      schema,
      projection: readIndexProjection(Projection),
      throughput: NO_THROUGHPUT,
    };
  });
}

function readGlobal(
  list: readonly GlobalSecondaryIndex[] | undefined,
  { BillingMode }: CreateTableInput,
  definitions: readonly AttributeDefinition[],
): SecondaryIndex[] {
  if (!list) return [];
  if (list.length === 0) throw invalidValues('List of GlobalSecondaryIndexes is empty');
  if (list.length > MOST_GLOBAL)
    throw invalidValues('GlobalSecondaryIndex count exceeds the per-table limit of 20');
  return list.map((given) => readGlobalIndex(given, definitions, BillingMode === 'PAY_PER_REQUEST'));
}

/** A global index of a new table, or one that is added to a table. */
export function readGlobalIndex(
  given: Omit<GlobalSecondaryIndex, 'WarmThroughput' | 'OnDemandThroughput'>,
  definitions: readonly AttributeDefinition[],
  onDemand: boolean,
): SecondaryIndex {
  const { IndexName: name = '', ProvisionedThroughput } = given;
  const schema = readSchema(given.KeySchema, definitions);
  if (onDemand && ProvisionedThroughput)
    throw invalidValues(
      `ProvisionedThroughput should not be specified for index: ${name} when BillingMode is PAY_PER_REQUEST`,
    );
  if (!onDemand && !ProvisionedThroughput)
    throw invalidValues(`ProvisionedThroughput must be specified for index: ${name}`);
  return {
    name,
    kind: 'global',
    schema,
    projection: readIndexProjection(given.Projection),
    throughput: toThroughput(ProvisionedThroughput),
  };
}

function readIndexProjection(projection: Projection | undefined): SecondaryIndex['projection'] {
  const { ProjectionType: type, NonKeyAttributes: attributes } = projection ?? {};
  if (type === undefined) throw invalidValues('Unknown ProjectionType: null');
  if (attributes && type !== 'INCLUDE')
    throw invalidValues(`ProjectionType is ${type}, but NonKeyAttributes is specified`);
  if (type === 'INCLUDE' && !attributes)
    throw invalidValues('ProjectionType is INCLUDE, but NonKeyAttributes is not specified');
  return type === 'ALL' ? 'ALL' : (attributes ?? []);
}

/** Every attribute that is defined must be a key of the table or of an index. */
export function refuseUnusedDefinitions(
  definitions: readonly AttributeDefinition[],
  schemas: readonly KeySchema[],
): void {
  const used = schemas.flatMap(({ partition, sort }) => [partition.name, ...(sort ? [sort.name] : [])]);
  const names = definitions.map(({ AttributeName = '' }) => AttributeName);
  if (names.every((name) => used.includes(name))) return;
  const keys = [...new Set(used)].join(', ');
  throw invalidValues(
    `Some AttributeDefinitions are not used. AttributeDefinitions: [${names.join(', ')}], keys used: [${keys}]`,
  );
}
