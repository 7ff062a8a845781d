import {
  CreateTableCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../../practice.ts';
import { refusal } from '../../../sdk.ts';
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

const ofA = { KeyConditionExpression: 'customer = :c', ExpressionAttributeValues: { ':c': { S: 'a' } } };

const numbers = (items: QueryCommandInput['ExclusiveStartKey'][] = []) =>
  items.map((item) => Number(item?.nr?.N));

describe('a query', () => {
  test('orders numbers by value, both ways, and goes on where it ended', async () => {
    const { put, query } = await open();
    for (const number of [10, 9, -1, 100]) await put('a', number);
    await put('b', 1);
    expect(numbers((await query(ofA)).Items)).toEqual([-1, 9, 10, 100]);
    const seen: number[] = [];
    let start: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await query({ ...ofA, ScanIndexForward: false, Limit: 3, ExclusiveStartKey: start });
      seen.push(...numbers(page.Items));
      start = page.LastEvaluatedKey;
    } while (start);
    expect(seen).toEqual([100, 10, 9, -1]);
  });

  test('reads one megabyte at most, and a filter saves none of it', async () => {
    const { put, query } = await open();
    for (let number = 1; number <= 4; number++) await put('a', number, { text: { S: 'x'.repeat(390_000) } });
    const page = await query({
      ...ofA,
      FilterExpression: 'attribute_not_exists(#t)',
      ExpressionAttributeNames: { '#t': 'text' },
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(page).toMatchObject({
      Count: 0,
      ScannedCount: 3,
      LastEvaluatedKey: { ...orderKey('a', 3) },
      // 1,170,066 bytes in units of 4 KB, half of them.
      ConsumedCapacity: { CapacityUnits: 143 },
    });
  });

  test('of an index sees the items that have its keys, as far as it copies them', async () => {
    const { put, query } = await open();
    await put('a', 1, { phase: { S: 'open' }, price: { N: '20' }, note: { S: 'x' } });
    await put('b', 2, { phase: { S: 'open' }, price: { N: '5' } });
    await put('a', 3, { phase: { S: 'open' } });
    const open_ = {
      KeyConditionExpression: 'phase = :p',
      ExpressionAttributeValues: { ':p': { S: 'open' } },
    };
    const { Items } = await query({ ...open_, IndexName: 'byPhase' });
    expect(Items).toEqual([
      { ...orderKey('b', 2), phase: { S: 'open' }, price: { N: '5' } },
      { ...orderKey('a', 1), phase: { S: 'open' }, price: { N: '20' } },
    ]);
    expect((await query({ ...ofA, IndexName: 'byPrice' })).Items).toHaveLength(1);
    const all = query({ ...open_, IndexName: 'byPhase', Select: 'ALL_ATTRIBUTES' });
    expect(await refusal(all)).toMatchObject({
      message:
        'One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index byPhase because its projection type is not ALL',
    });
  });

  test.each([
    [{}, 'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.'],
    [{ KeyConditionExpression: 'nr = :c' }, 'Query condition missed key schema element: customer'],
    [{ KeyConditionExpression: 'customer > :c' }, 'Query key condition not supported'],
    [{ KeyConditionExpression: 'customer <> :c' }, 'Invalid operator used in KeyConditionExpression: <>'],
    [{ KeyConditionExpression: 'customer IN (:c)' }, 'Invalid operator used in KeyConditionExpression: IN'],
    [
      { KeyConditionExpression: 'customer = :c AND customer = :c' },
      'KeyConditionExpressions must only contain one condition per key',
    ],
    [{ ...ofA, IndexName: 'none' }, 'The table does not have the specified index: none'],
    [
      { ...ofA, FilterExpression: 'nr > :c' },
      'Filter Expression can only contain non-primary key attributes: Primary key attribute: nr',
    ],
    [{ ...ofA, ExclusiveStartKey: { customer: { S: 'a' } } }, 'The provided starting key is invalid'],
    [
      { ...ofA, ExclusiveStartKey: orderKey('b', 1) },
      'The provided starting key is outside query boundaries based on provided conditions',
    ],
  ] as [Partial<QueryCommandInput>, string][])('%j is refused', async (input, message) => {
    const { query } = await open();
    const values = input.KeyConditionExpression ? ofA.ExpressionAttributeValues : undefined;
    expect(await refusal(query({ ExpressionAttributeValues: values, ...input }))).toMatchObject({
      code: 'ValidationException',
      message,
    });
  });
});
