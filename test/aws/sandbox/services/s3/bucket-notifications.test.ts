import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { Bucket, openNotified, QUEUE, toQueue } from './open-notified.ts';

standStill();

test('a configuration is kept with ids, is replaced as a whole, and ends with an empty one', async () => {
  const { call, configure, received } = await openNotified();
  expect(await call('GetBucketNotificationConfiguration', { Bucket })).toEqual({});
  await configure(toQueue('s3:ObjectCreated:*'));
  expect(await call('GetBucketNotificationConfiguration', { Bucket })).toEqual({
    QueueConfigurations: [
      { Id: expect.stringMatching(/^[\da-f-]{36}$/), QueueArn: QUEUE, Events: ['s3:ObjectCreated:*'] },
    ],
  });
  await configure({ EventBridgeConfiguration: {} });
  expect(await call('GetBucketNotificationConfiguration', { Bucket })).toEqual({
    EventBridgeConfiguration: {},
  });
  await configure({});
  expect(await call('GetBucketNotificationConfiguration', { Bucket })).toEqual({});
  expect(await received()).toEqual([
    {
      Service: 'Amazon S3',
      Event: 's3:TestEvent',
      Time: expect.stringMatching(/Z$/),
      Bucket,
      RequestId: expect.stringMatching(/^[\dA-Z]{16}$/),
      HostId: expect.stringMatching(/=$/),
    },
  ]);
});

test('nobody may read or put it', async () => {
  const { callAsNobody } = await openNotified();
  for (const operation of ['GetBucketNotificationConfiguration', 'PutBucketNotificationConfiguration'])
    await expect(callAsNobody(operation, { Bucket, NotificationConfiguration: {} })).rejects.toMatchObject({
      name: 'AccessDenied',
    });
});
