import { expect, test } from 'vitest';
import { openService } from '../../open.ts';
import { standStill } from '../../time.ts';

standStill();

const TableName = 'orders';

async function open() {
  const account = openService('dynamodb');
  await account.call('CreateTable', {
    ...{ TableName, BillingMode: 'PAY_PER_REQUEST' },
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  });
  account.clock.elapse(60_000);
  const update = (Enabled: boolean, AttributeName = 'ends') => ({
    TableName,
    TimeToLiveSpecification: { Enabled, AttributeName },
  });
  const status = async () => (await account.call('DescribeTimeToLive', { TableName })).TimeToLiveDescription;
  return { ...account, update, status };
}

test('a change takes its time', async () => {
  const { call, clock, update, status } = await open();
  expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' });
  await call('UpdateTimeToLive', update(true));
  expect(await status()).toEqual({ TimeToLiveStatus: 'ENABLING', AttributeName: 'ends' });
  clock.elapse(60_000);
  expect(await status()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ends' });
  await call('UpdateTimeToLive', update(false));
  expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLING', AttributeName: 'ends' });
});

test('what is so already is refused, and another attribute', async () => {
  const { call, refused, update } = await open();
  expect(await refused('UpdateTimeToLive', update(false))).toMatchObject({
    code: 'ValidationException',
    message: 'TimeToLive is already disabled',
  });
  await call('UpdateTimeToLive', update(true));
  expect(await refused('UpdateTimeToLive', update(true))).toMatchObject({
    message: 'TimeToLive is already enabled',
  });
  expect(await refused('UpdateTimeToLive', update(false, 'other'))).toMatchObject({
    message: 'TimeToLive is active on a different AttributeName: current AttributeName is ends',
  });
});
