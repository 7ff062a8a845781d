import {
  CreateTableCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { openAccount } from '../open.ts';

export const TableName = 'orders';

/** A table of orders by customer and number, with an index by state and a local one by price. */
export async function open() {
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

export const orderKey = (customer: string, number: number) => ({
  customer: { S: customer },
  nr: { N: String(number) },
});

export const ofA = {
  KeyConditionExpression: 'customer = :c',
  ExpressionAttributeValues: { ':c': { S: 'a' } },
};

export const numbers = (items: QueryCommandInput['ExclusiveStartKey'][] = []) =>
  items.map((item) => Number(item?.nr?.N));
