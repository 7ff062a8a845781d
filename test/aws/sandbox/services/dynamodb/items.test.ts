import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { openAccount } from '../open.ts';

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

test('policies decide by the partition key and the attributes of a request', async () => {
  const { dynamodb, iam, nobody, put } = await open();
  await put('nobody', 1, { note: { S: 'x' } });
  await put('a', 1);
  const Condition = {
    'ForAllValues:StringEquals': {
      'dynamodb:LeadingKeys': ['${aws:username}'],
      'dynamodb:Attributes': ['customer', 'nr', 'price'],
    },
  };
  const statement = {
    Effect: 'Allow',
    Action: ['dynamodb:GetItem', 'dynamodb:Query'],
    Resource: '*',
    Condition,
  };
  await iam.send(
    new PutUserPolicyCommand({
      UserName: 'nobody',
      PolicyName: 'own',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    }),
  );
  const get = (customer: string, ProjectionExpression?: string) =>
    nobody.send(new GetItemCommand({ TableName, Key: orderKey(customer, 1), ProjectionExpression }));
  expect((await get('nobody')).Item).toBeDefined();
  expect(await refusal(get('a'))).toMatchObject({ code: 'AccessDeniedException' });
  expect(await refusal(get('nobody', 'note'))).toMatchObject({ code: 'AccessDeniedException' });
  const own = { ...ofA, ExpressionAttributeValues: { ':c': { S: 'nobody' } } };
  expect((await nobody.send(new QueryCommand({ TableName, ...own }))).Count).toBe(1);
  expect(await refusal(nobody.send(new QueryCommand({ TableName, ...ofA })))).toMatchObject({
    code: 'AccessDeniedException',
  });
  expect((await dynamodb.send(new QueryCommand({ TableName, ...ofA }))).Count).toBe(1);
});
