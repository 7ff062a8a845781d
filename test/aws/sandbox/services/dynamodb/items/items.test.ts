import {
  CreateTableCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
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

describe('a write', () => {
  test('is done only where its condition holds, and shows the item that it failed on', async () => {
    const { dynamodb, put } = await open();
    await put('a', 1, { price: { N: '650' } });
    const update = (max: string) =>
      dynamodb.send(
        new UpdateItemCommand({
          TableName,
          Key: orderKey('a', 1),
          UpdateExpression: 'SET price = price - :ten',
          ConditionExpression: 'price < :max',
          ExpressionAttributeValues: { ':ten': { N: '10' }, ':max': { N: max } },
          ReturnValues: 'UPDATED_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
    expect((await update('1000')).Attributes).toEqual({ price: { N: '640' } });
    await expect(update('600')).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      Item: { ...orderKey('a', 1), price: { N: '640' } },
    });
  });

  test('costs units of one kilobyte, and more for each index that changes', async () => {
    const { dynamodb } = await open();
    const Item = {
      ...orderKey('a', 1),
      phase: { S: 'open' },
      price: { N: '1' },
      text: { S: 'x'.repeat(2000) },
    };
    const put = (item: typeof Item) =>
      dynamodb.send(new PutItemCommand({ TableName, Item: item, ReturnConsumedCapacity: 'INDEXES' }));
    expect((await put(Item)).ConsumedCapacity).toEqual({
      TableName,
      CapacityUnits: 5,
      Table: { CapacityUnits: 2 },
      LocalSecondaryIndexes: { byPrice: { CapacityUnits: 2 } },
      GlobalSecondaryIndexes: { byPhase: { CapacityUnits: 1 } },
    });
    // The old entry of the index goes, a new one comes.
    const moved = await put({ ...Item, phase: { S: 'sent' } });
    expect(moved.ConsumedCapacity?.GlobalSecondaryIndexes).toEqual({ byPhase: { CapacityUnits: 2 } });
  });

  test('is refused where the item is too large, or a key of an index is of another type', async () => {
    const { put } = await open();
    expect(await refusal(put('a', 1, { text: { S: 'x'.repeat(409_600) } }))).toMatchObject({
      message: 'Item size has exceeded the maximum allowed size',
    });
    expect(await refusal(put('a', 1, { price: { S: '1' } }))).toMatchObject({
      message:
        'One or more parameter values were invalid: Type mismatch for Index Key price Expected: N Actual: S IndexName: byPrice',
    });
    expect(await refusal(put('a', 1, { tags: { SS: ['x', 'x'] } }))).toMatchObject({
      message: 'One or more parameter values were invalid: Input collection [x, x] contains duplicates.',
    });
  });
});
