import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open() {
  const account = openService('sns');
  const { TopicArn } = await account.call('CreateTopic', { Name: 't' });
  return { ...account, TopicArn: TopicArn as string };
}
const QUEUE = 'arn:aws:sqs:ap-northeast-1:123456789012:q';

test('the same endpoint has one subscription, with the same attributes', async () => {
  const { call, refused, TopicArn } = await open();
  const subscription = { TopicArn, Protocol: 'sqs', Endpoint: QUEUE };
  const first = await call('Subscribe', subscription);
  expect(first.SubscriptionArn).toMatch(new RegExp(`^${TopicArn}:[0-9a-f-]{36}$`));
  expect(await call('Subscribe', subscription)).toEqual(first);
  const other = { ...subscription, Attributes: { RawMessageDelivery: 'true' } };
  expect(await refused('Subscribe', other)).toMatchObject({
    message: 'Invalid parameter: Attributes Reason: Subscription already exists with different attributes',
  });
});

test('an address of mail must confirm first', async () => {
  const { call, TopicArn } = await open();
  const mail = { TopicArn, Protocol: 'email', Endpoint: 'a@example.com' };
  expect(await call('Subscribe', mail)).toEqual({ SubscriptionArn: 'pending confirmation' });
  const { Subscriptions } = await call('ListSubscriptionsByTopic', { TopicArn });
  expect(Subscriptions).toMatchObject([
    { SubscriptionArn: 'PendingConfirmation', Endpoint: 'a@example.com' },
  ]);
});

test.each([
  ['email', 'nobody', 400],
  ['sqs', 'https://sqs.example.com/q', 400],
  ['lambda', QUEUE, 400],
  ['pigeon', 'x', 400],
  ['sms', '+81312345678', 501],
])('%s %s is refused', async (Protocol, Endpoint, status) => {
  const { refused, TopicArn } = await open();
  expect(await refused('Subscribe', { TopicArn, Protocol, Endpoint })).toMatchObject({ status });
});
