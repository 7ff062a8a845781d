import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

const TOPIC = 'arn:aws:sns:ap-northeast-1:123456789012:orders';

/** A queue's policy that lets a topic send to it. */
const allow = (topicArn: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: '*',
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  });

async function openTopic(attributes: Record<string, string> = {}, policyFor = TOPIC) {
  const account = openAccount('sns');
  const { sns, sqs } = account.admin;
  const fifo = attributes.FifoTopic === 'true' ? '.fifo' : '';
  const { TopicArn = '' } = await sns.send(
    new CreateTopicCommand({ Name: `orders${fifo}`, Attributes: attributes }),
  );
  const queue = async (QueueName: string, more: Record<string, string> = {}) => {
    const Attributes = { Policy: allow(policyFor + fifo), ...more };
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
    const received = async () =>
      (
        await sqs.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: 10,
            MessageAttributeNames: ['All'],
            AttributeNames: ['All'],
          }),
        )
      ).Messages ?? [];
    return { received, arn: `arn:aws:sqs:ap-northeast-1:123456789012:${QueueName}` };
  };
  const subscribe = async (Endpoint: string, Attributes: Record<string, string> = {}, Protocol = 'sqs') =>
    (await sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes }))).SubscriptionArn;
  return { ...account, sns, sqs, TopicArn, queue, subscribe };
}

describe('a mail subscription', () => {
  test('is confirmed by the token of a mail within two days; then notifications are mails', async () => {
    const { sns, sandbox, clock, TopicArn, subscribe } = await openTopic({ DisplayName: 'Orders' });
    expect(await subscribe('me@example.com', {}, 'email')).toBe('pending confirmation');
    await sns.send(new PublishCommand({ TopicArn, Message: 'too early' }));
    const list = new ListSubscriptionsByTopicCommand({ TopicArn });
    expect((await sns.send(list)).Subscriptions).toMatchObject([{ SubscriptionArn: 'PendingConfirmation' }]);
    const [question, ...others] = sandbox.mails();
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      to: 'me@example.com',
      from: 'Orders <no-reply@sns.amazonaws.com>',
      subject: 'AWS Notification - Subscription Confirmation',
    });
    const link = new URL(/https:\S+/.exec(question?.body ?? '')?.[0] ?? '');
    const Token = link.searchParams.get('Token') ?? '';
    const { SubscriptionArn } = await sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token }));
    await sns.send(new PublishCommand({ TopicArn, Message: 'hello', Subject: 'Greeting' }));
    expect(sandbox.mails().at(-1)).toMatchObject({ subject: 'Greeting', sent: clock.account() });
    expect(sandbox.mails().at(-1)?.body).toMatch(/^hello\n\n--\nIf you wish to stop/);
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    await sns.send(new PublishCommand({ TopicArn, Message: 'unheard' }));
    expect(sandbox.mails()).toHaveLength(2);
    await subscribe('late@example.com', {}, 'email');
    clock.elapse(2 * 86_400_000);
    expect((await sns.send(list)).Subscriptions).toEqual([]);
  });
});
