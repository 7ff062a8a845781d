import { expect, test } from 'vitest';
import { checkAttribute } from '../../../../../src/aws/sandbox/services/sns/topic-attributes.ts';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test.each<[string, string, boolean, string]>([
  ['Other', 'x', false, 'Invalid parameter: AttributeName'],
  ['ContentBasedDeduplication', 'true', false, 'Invalid parameter: AttributeName'],
  ['SignatureVersion', '3', false, 'SignatureVersion Reason: must be one of 1, 2'],
  ['DisplayName', 'x'.repeat(101), false, 'Invalid parameter: DisplayName'],
  ['DisplayName', 'a\nb', false, 'Invalid parameter: DisplayName'],
])('%s %s of a topic (FIFO: %s) is refused', (name, value, fifo, message) => {
  expect(() => checkAttribute(name, value, fifo, 'SetTopicAttributes')).toThrow(message);
});

test('a FIFO topic has attributes of its own; logs of deliveries are not simulated', () => {
  expect(() => checkAttribute('ContentBasedDeduplication', 'true', true, 'SetTopicAttributes')).not.toThrow();
  expect(() => checkAttribute('SQSSuccessFeedbackRoleArn', 'x', false, 'SetTopicAttributes')).toThrow(
    expect.objectContaining({ status: 501 }),
  );
});

test('a topic shows its owner, its policy and how many subscriptions it has', async () => {
  const { call } = openService('sns');
  const { TopicArn } = await call('CreateTopic', { Name: 't', Attributes: { DisplayName: 'shown' } });
  await call('Subscribe', { TopicArn, Protocol: 'email', Endpoint: 'a@example.com' });
  const { Attributes } = await call('GetTopicAttributes', { TopicArn });
  expect(Attributes).toMatchObject({
    ...{ TopicArn, Owner: '123456789012', DisplayName: 'shown' },
    ...{ SubscriptionsPending: '1', SubscriptionsConfirmed: '0', SubscriptionsDeleted: '0' },
  });
  expect(JSON.parse((Attributes as { Policy: string }).Policy)).toMatchObject({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
  });
});
