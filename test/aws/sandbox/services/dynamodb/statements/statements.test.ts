import {
  CreateTableCommand,
  ExecuteStatementCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

test('a statement without a value for its parameter is refused', async () => {
  const { dynamodb } = await open();
  const Statement = `SELECT * FROM ${TableName} WHERE customer = ?`;
  expect(await refusal(dynamodb.send(new ExecuteStatementCommand({ Statement })))).toMatchObject({
    code: 'ValidationException',
    message: "Number of parameters in request and statement don't match.",
  });
  const empty = new ExecuteStatementCommand({ Statement, Parameters: [] });
  expect(await refusal(dynamodb.send(empty))).toMatchObject({
    message:
      "1 validation error detected: Value '[]' at 'parameters' failed to satisfy constraint: Member must have length greater than or equal to 1",
  });
});
