import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { ofA, open, orderKey, TableName } from '../orders.ts';

standStill();

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
