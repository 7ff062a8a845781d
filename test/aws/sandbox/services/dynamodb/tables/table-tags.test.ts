import { expect, test } from 'vitest';
import { openService } from '../../open.ts';
import { standStill } from '../../time.ts';

standStill();

const ResourceArn = 'arn:aws:dynamodb:ap-northeast-1:123456789012:table/orders';

async function open() {
  const account = openService('dynamodb');
  await account.call('CreateTable', {
    ...{ TableName: 'orders', BillingMode: 'PAY_PER_REQUEST' },
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    Tags: [{ Key: 'team', Value: 'blue' }],
  });
  return account;
}

test('tags are added, written over, removed, and listed in pages by their keys', async () => {
  const { call } = await open();
  const Tags = Array.from({ length: 11 }, (_, index) => ({
    Key: `k${String(index).padStart(2, '0')}`,
    Value: '',
  }));
  await call('TagResource', { ResourceArn, Tags: [...Tags, { Key: 'team', Value: 'red' }] });
  const first = await call('ListTagsOfResource', { ResourceArn });
  expect(first.Tags).toEqual(Tags.slice(0, 10));
  const second = await call('ListTagsOfResource', { ResourceArn, NextToken: first.NextToken });
  expect(second).toEqual({ Tags: [...Tags.slice(10), { Key: 'team', Value: 'red' }] });
  await call('UntagResource', { ResourceArn, TagKeys: Tags.map(({ Key }) => Key) });
  expect(await call('ListTagsOfResource', { ResourceArn })).toEqual({
    Tags: [{ Key: 'team', Value: 'red' }],
  });
});

test.each([
  [
    `${ResourceArn}x`,
    'ResourceNotFoundException',
    `Requested resource not found: ResourcArn: ${ResourceArn}x not found`,
  ],
  ['orders', 'ValidationException', 'Invalid TableArn: Invalid ResourceArn provided as input orders'],
])('%s is refused', async (arn, code, message) => {
  const { refused } = await open();
  expect(await refused('ListTagsOfResource', { ResourceArn: arn })).toMatchObject({ code, message });
});
