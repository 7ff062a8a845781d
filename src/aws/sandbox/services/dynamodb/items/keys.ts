import { invalid, invalidValues } from '../dynamodb-errors.ts';
import {
  type DynamoDbTable,
  type KeyAttribute,
  type KeySchema,
  keyAttributes,
  type SecondaryIndex,
} from '../tables/index.ts';
import { type AttributeValue, type Item, typeOf, valueKey, valueSize } from '../values/index.ts';

/** Developer Guide, "Quotas in Amazon DynamoDB". */
const MAX_PARTITION_BYTES = 2048;
const MAX_SORT_BYTES = 1024;

/** The text under which a table keeps an item. */
export function keyText({ schema }: Pick<DynamoDbTable, 'schema'>, item: Item): string {
  return keyAttributes(schema)
    .map(({ name }) => valueKey(item[name] as AttributeValue))
    .join(' ');
}

/** Keeps the key attributes of an item. */
export function itemKeyOf(schema: KeySchema, item: Item): Record<string, AttributeValue> {
  return Object.fromEntries(
    keyAttributes(schema).flatMap(({ name }) => (item[name] ? [[name, item[name]] as const] : [])),
  );
}

/** Checks a key that a request gives: the key attributes, and nothing else. Throws ValidationException. */
export function checkKey({ schema }: Pick<DynamoDbTable, 'schema'>, key: Item): void {
  const attributes = keyAttributes(schema);
  const matches =
    Object.keys(key).length === attributes.length &&
    attributes.every(({ name, type }) => key[name] && typeOf(key[name]) === type);
  if (!matches) throw invalid('The provided key element does not match the schema');
  for (const attribute of attributes) checkKeyValue(attribute, key, schema);
}

/** Checks the keys of an item to be written: the table's, then those of its indexes, which may be absent. */
export function checkItemKeys({ schema, indexes }: DynamoDbTable, item: Item): void {
  for (const { name, type } of keyAttributes(schema)) {
    const value = item[name];
    if (!value) throw invalidValues(`Missing the key ${name} in the item`);
    if (typeOf(value) !== type)
      throw invalidValues(`Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`);
  }
  for (const attribute of keyAttributes(schema)) checkKeyValue(attribute, item, schema);
  for (const index of indexes) checkIndexKeys(index, item);
}

function checkKeyValue({ name }: KeyAttribute, item: Item, { partition }: KeySchema): void {
  const value = item[name] as AttributeValue;
  const size = valueSize(value);
  if (isEmpty(value))
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${value.S === '' ? 'string' : 'binary'} value. Key: ${name}`,
    );
  if (name === partition.name && size > MAX_PARTITION_BYTES)
    throw invalidValues('Size of hashkey has exceeded the maximum size limit of2048 bytes');
  if (name !== partition.name && size > MAX_SORT_BYTES)
    throw invalidValues('Aggregated size of all range keys has exceeded the size limit of 1024 bytes');
}

function checkIndexKeys({ name: indexName, schema }: SecondaryIndex, item: Item): void {
  for (const { name, type } of keyAttributes(schema)) {
    const value = item[name];
    if (!value) continue;
    if (typeOf(value) !== type)
      throw invalidValues(
        `Type mismatch for Index Key ${name} Expected: ${type} Actual: ${typeOf(value)} IndexName: ${indexName}`,
      );
    if (isEmpty(value))
      throw invalid(
        `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${value.S === '' ? 'string' : 'binary'} value. IndexName: ${indexName}, IndexKey: ${name}`,
      );
  }
}

function isEmpty(value: AttributeValue): boolean {
  return value.S === '' || value.B?.length === 0;
}
