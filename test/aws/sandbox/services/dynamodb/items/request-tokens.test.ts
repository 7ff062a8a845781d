import { expect, test } from 'vitest';
import { openService } from '../../open.ts';
import { standStill } from '../../time.ts';

standStill();

test('a transaction is repeated without effect for ten minutes, and by the same token is no other', async () => {
  const { call, refused, clock } = openService('dynamodb');
  const TableName = 'orders';
  await call('CreateTable', {
    ...{ TableName, BillingMode: 'PAY_PER_REQUEST' },
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  });
  clock.elapse(60_000);
  const Key = { id: { S: 'a' } };
  const add = (step: string) => ({
    ClientRequestToken: 'token',
    TransactItems: [
      {
        Update: {
          ...{ TableName, Key, UpdateExpression: 'ADD n :n' },
          ExpressionAttributeValues: { ':n': { N: step } },
        },
      },
    ],
  });
  const count = async () => (await call('GetItem', { TableName, Key })).Item.n.N;
  await call('TransactWriteItems', add('1'));
  await call('TransactWriteItems', add('1'));
  expect(await count()).toBe('1');
  expect(await refused('TransactWriteItems', add('2'))).toMatchObject({
    code: 'IdempotentParameterMismatchException',
  });
  clock.elapse(600_000);
  await call('TransactWriteItems', add('2'));
  expect(await count()).toBe('3');
});
