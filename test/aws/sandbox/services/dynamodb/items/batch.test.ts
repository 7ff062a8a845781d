import { BatchGetItemCommand, BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { open, orderKey, TableName } from '../orders.ts';

standStill();

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
