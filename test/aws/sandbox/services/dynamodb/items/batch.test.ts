import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
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

test('a batch writes and reads by the table’s name or its ARN', async () => {
  const { dynamodb } = await open();
  const arn = `arn:aws:dynamodb:ap-northeast-1:123456789012:table/${TableName}`;
  const puts = [1, 2].map((number) => ({ PutRequest: { Item: orderKey('a', number) } }));
  const written = await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [arn]: puts } }));
  expect(written.UnprocessedItems).toEqual({});
  const Keys = [orderKey('a', 1), orderKey('a', 3)];
  const { Responses } = await dynamodb.send(
    new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }),
  );
  expect(Responses).toEqual({ [TableName]: [orderKey('a', 1)] });
  const many = Array.from({ length: 26 }, (_, number) => ({ PutRequest: { Item: orderKey('a', number) } }));
  const tooMany = dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: many } }));
  expect(await refusal(tooMany)).toMatchObject({
    message: 'Too many items requested for the BatchWriteItem call',
  });
});
