import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('the default bus is there and stays; others have one name each', async () => {
  const { call, refused } = openService('events');
  await call('CreateEventBus', { Name: 'orders' });
  const { EventBuses } = await call('ListEventBuses');
  expect(EventBuses.map(({ Name }: { Name: string }) => Name)).toEqual(['default', 'orders']);
  expect(await refused('CreateEventBus', { Name: 'orders' })).toMatchObject({
    code: 'ResourceAlreadyExistsException',
    message: 'Event bus orders already exists.',
  });
  expect(await refused('DeleteEventBus', { Name: 'default' })).toMatchObject({
    message: 'Cannot delete event bus default.',
  });
});

test('a bus with rules cannot be deleted; one that is not there can', async () => {
  const { call, refused } = openService('events');
  await call('CreateEventBus', { Name: 'orders' });
  await call('PutRule', { Name: 'r', EventBusName: 'orders', EventPattern: '{"source":["a"]}' });
  expect(await refused('DeleteEventBus', { Name: 'orders' })).toMatchObject({
    message: "Event bus can't be deleted since it has rules.",
  });
  await call('DeleteRule', { Name: 'r', EventBusName: 'orders' });
  await call('DeleteEventBus', { Name: 'orders' });
  await call('DeleteEventBus', { Name: 'orders' });
  expect(await refused('DescribeEventBus', { Name: 'orders' })).toMatchObject({
    code: 'ResourceNotFoundException',
  });
});

test('permissions are statements of the policy of a bus', async () => {
  const { call, refused } = openService('events');
  const put = { Action: 'events:PutEvents', Principal: '999999999999', StatementId: 'other' };
  await call('PutPermission', put);
  await call('PutPermission', { ...put, Principal: '*', StatementId: 'all' });
  const statements = async () => JSON.parse((await call('DescribeEventBus')).Policy).Statement;
  expect(await statements()).toEqual([
    {
      ...{ Sid: 'other', Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::999999999999:root' } },
      ...{
        Action: 'events:PutEvents',
        Resource: 'arn:aws:events:ap-northeast-1:123456789012:event-bus/default',
      },
    },
    expect.objectContaining({ Sid: 'all', Principal: '*' }),
  ]);
  await call('RemovePermission', { StatementId: 'other' });
  expect(await refused('RemovePermission', { StatementId: 'other' })).toMatchObject({
    code: 'ResourceNotFoundException',
  });
  await call('RemovePermission', { RemoveAllPermissions: true });
  expect((await call('DescribeEventBus')).Policy).toBeUndefined();
  expect(await refused('PutPermission', { Policy: '{' })).toMatchObject({ code: 'ValidationException' });
});
