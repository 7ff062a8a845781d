import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { open, orderKey, TableName } from '../orders.ts';

standStill();

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
