import { expect, test } from 'vitest';
import {
  checkItemKeys,
  checkKey,
  keyText,
} from '../../../../../../src/aws/sandbox/services/dynamodb/items/keys.ts';
import type { DynamoDbTable } from '../../../../../../src/aws/sandbox/services/dynamodb/tables/index.ts';
import type { Item } from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';

const table = {
  schema: { partition: { name: 'id', type: 'S' }, sort: { name: 'at', type: 'N' } },
  indexes: [
    {
      name: 'by-city',
      kind: 'global',
      schema: { partition: { name: 'city', type: 'S' } },
      projection: 'ALL',
    },
  ],
} as unknown as DynamoDbTable;
const key: Item = { id: { S: 'a' }, at: { N: '1' } };

test.each<[Item, string]>([
  [{ id: { S: 'a' } }, 'The provided key element does not match the schema'],
  [{ ...key, more: { S: 'x' } }, 'The provided key element does not match the schema'],
  [{ id: { N: '1' }, at: { N: '1' } }, 'The provided key element does not match the schema'],
  [
    { ...key, id: { S: '' } },
    'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id',
  ],
  [
    { ...key, id: { S: 'x'.repeat(2049) } },
    'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
  ],
])('the key %o is refused', (given, message) => {
  expect(() => checkKey(table, given)).toThrow(
    expect.objectContaining({ code: 'ValidationException', message }),
  );
});

test.each<[Item, string]>([
  [{ at: { N: '1' } }, 'Missing the key id in the item'],
  [{ ...key, at: { S: '1' } }, 'Type mismatch for key at expected: N actual: S'],
  [{ ...key, city: { N: '1' } }, 'Type mismatch for Index Key city Expected: S Actual: N IndexName: by-city'],
  [{ ...key, city: { S: '' } }, 'IndexName: by-city, IndexKey: city'],
])('the item %j is refused', (item, message) => {
  expect(() => checkItemKeys(table, item)).toThrow(message);
});

test('an item may lack the keys of an index; equal keys have one text', () => {
  expect(() => checkItemKeys(table, key)).not.toThrow();
  expect(keyText(table, { ...key, more: { S: 'x' } })).toBe(keyText(table, key));
  expect(keyText(table, { ...key, at: { N: '2' } })).not.toBe(keyText(table, key));
});
