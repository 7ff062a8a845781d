import { expect, test } from 'vitest';
import {
  type AttributeValue,
  itemSize,
  valueSize,
} from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';

// Developer Guide, "DynamoDB item sizes and formats".
test.each<[string, AttributeValue, number]>([
  ['text in UTF-8', { S: '手順' }, 6],
  ['bytes', { B: new Uint8Array(5) }, 5],
  ['a truth value', { BOOL: true }, 1],
  ['null', { NULL: true }, 1],
  ['two digits and one byte', { N: '27' }, 2],
  ['a sign more', { N: '-27' }, 3],
  ['no zeros at the end', { N: '1000' }, 2],
  ['a set of texts', { SS: ['a', 'bc'] }, 3],
  ['an empty list', { L: [] }, 3],
  ['a list, one byte an element', { L: [{ S: 'a' }, { S: 'b' }] }, 7],
  ['a map, one byte an entry', { M: { ab: { S: 'c' } } }, 7],
])('%s: %j', (_, value, size) => {
  expect(valueSize(value)).toBe(size);
});

test('an item counts the names of its attributes', () => {
  expect(itemSize({ id: { S: 'abc' }, n: { N: '1' } })).toBe(2 + 3 + 1 + 2);
});
