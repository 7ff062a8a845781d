import { expect, test } from 'vitest';
import {
  consumed,
  consumedByTable,
  writeUsage,
} from '../../../../../../src/aws/sandbox/services/dynamodb/items/capacity.ts';
import type { DynamoDbTable } from '../../../../../../src/aws/sandbox/services/dynamodb/tables/index.ts';
import type { Item } from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';

const table = {
  schema: { partition: { name: 'id', type: 'S' } },
  indexes: [
    {
      name: 'by-city',
      kind: 'global',
      schema: { partition: { name: 'city', type: 'S' } },
      projection: 'ALL',
    },
  ],
} as unknown as DynamoDbTable;
const item = (city: string | undefined, bytes = 10): Item => ({
  id: { S: 'a' },
  text: { S: 'x'.repeat(bytes) },
  ...(city !== undefined && { city: { S: city } }),
});
const units = (before: Item | undefined, after: Item | undefined) => {
  const { units: own, indexUnits } = writeUsage({ table, reference: 'orders' }, before, after);
  return [own, indexUnits];
};

// Developer Guide, "DynamoDB read and write operations": the larger of both items, in steps of 1 KB.
test.each<[string, Item | undefined, Item | undefined, number, Record<string, number>]>([
  ['a small item', undefined, item(undefined), 1, {}],
  ['a large one', undefined, item(undefined, 1024), 2, {}],
  ['a larger one before', item(undefined, 3000), item(undefined), 3, {}],
  ['an item in an index', undefined, item('Oslo'), 1, { 'by-city': 1 }],
  ['the same item', item('Oslo'), item('Oslo'), 1, {}],
  ['another key of the index: out and in', item('Oslo'), item('Rome'), 1, { 'by-city': 2 }],
  ['out of the index', item('Oslo'), item(undefined), 1, { 'by-city': 1 }],
])('%s', (_, before, after, own, indexes) => {
  expect(units(before, after)).toEqual([own, indexes]);
});

test('the answer shows what was asked for', () => {
  const usage = writeUsage({ table, reference: 'orders' }, item('Oslo'), item('Rome'));
  expect(consumed(undefined, usage)).toBeUndefined();
  expect(consumed('NONE', usage)).toBeUndefined();
  expect(consumed('TOTAL', usage)).toEqual({ TableName: 'orders', CapacityUnits: 3 });
  expect(consumed('INDEXES', usage)).toEqual({
    ...{ TableName: 'orders', CapacityUnits: 3, Table: { CapacityUnits: 1 } },
    ...{ GlobalSecondaryIndexes: { 'by-city': { CapacityUnits: 2 } }, LocalSecondaryIndexes: undefined },
  });
  expect(consumedByTable('TOTAL', [usage, usage])).toEqual([{ TableName: 'orders', CapacityUnits: 6 }]);
});
