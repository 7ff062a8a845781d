import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { ofA, open, orderKey, TableName } from '../orders.ts';

standStill();

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
