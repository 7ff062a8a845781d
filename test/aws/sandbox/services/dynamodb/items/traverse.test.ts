import {
  CreateTableCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { START } from '../../../practice.ts';
import { openAccount } from '../../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

const TableName = 'orders';

/** A table of orders by customer and number, with an index by state and a local one by price. */
async function open() {
  const { admin, nobody, clock } = openAccount('dynamodb');
  const { dynamodb, iam } = admin;
  const attribute = (AttributeName: string, AttributeType: 'S' | 'N') => ({ AttributeName, AttributeType });
  const schema = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        attribute('customer', 'S'),
        attribute('nr', 'N'),
        attribute('phase', 'S'),
        attribute('price', 'N'),
      ],
      KeySchema: schema('customer', 'nr'),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byPhase',
          KeySchema: schema('phase', 'price'),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      LocalSecondaryIndexes: [
        {
          IndexName: 'byPrice',
          KeySchema: schema('customer', 'price'),
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  clock.elapse(10_000);
  const put = (customer: string, number: number, more = {}) =>
    dynamodb.send(new PutItemCommand({ TableName, Item: { ...orderKey(customer, number), ...more } }));
  const query = (input: Partial<QueryCommandInput>) =>
    dynamodb.send(new QueryCommand({ TableName, ...input }));
  return { dynamodb, iam, nobody: nobody.dynamodb, put, query };
}

const orderKey = (customer: string, number: number) => ({
  customer: { S: customer },
  nr: { N: String(number) },
});

const numbers = (items: QueryCommandInput['ExclusiveStartKey'][] = []) =>
  items.map((item) => Number(item?.nr?.N));

test('segments of a scan have every item once', async () => {
  const { dynamodb, put } = await open();
  for (let number = 0; number < 40; number++) await put(`c${number}`, number);
  const segments = [0, 1, 2].map((Segment) =>
    dynamodb.send(new ScanCommand({ TableName, Segment, TotalSegments: 3 })),
  );
  const found = (await Promise.all(segments)).map(({ Items }) => numbers(Items));
  expect(found.every(({ length }) => length > 3)).toBe(true);
  expect(found.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, number) => number));
});
