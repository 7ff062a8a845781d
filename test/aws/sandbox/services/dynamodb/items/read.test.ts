import type { QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { numbers, ofA, open, orderKey } from '../orders.ts';

standStill();

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
