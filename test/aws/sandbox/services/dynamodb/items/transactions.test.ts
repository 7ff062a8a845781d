import {
  CreateTableCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteItemsCommand,
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

describe('a transaction', () => {
  test('does all or nothing, and gives a reason for each write', async () => {
    const { dynamodb, put, query } = await open();
    await put('a', 1);
    const transact = (ClientRequestToken?: string) =>
      dynamodb.send(
        new TransactWriteItemsCommand({
          ClientRequestToken,
          TransactItems: [
            {
              Put: {
                TableName,
                Item: orderKey('a', 1),
                ConditionExpression: 'attribute_not_exists(customer)',
              },
            },
            { Delete: { TableName, Key: orderKey('a', 2) } },
          ],
        }),
      );
    await expect(transact()).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]',
      CancellationReasons: [
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
        { Code: 'None' },
      ],
    });
    expect((await query(ofA)).Count).toBe(1);
  });

  test('with a token that was used for another one is refused', async () => {
    const { dynamodb, query } = await open();
    const transact = (number: number) =>
      dynamodb.send(
        new TransactWriteItemsCommand({
          ClientRequestToken: 'once',
          TransactItems: [{ Put: { TableName, Item: orderKey('a', number) } }],
        }),
      );
    await transact(1);
    await transact(1);
    expect(await refusal(transact(2))).toMatchObject({ code: 'IdempotentParameterMismatchException' });
    expect((await query(ofA)).Count).toBe(1);
  });
});
