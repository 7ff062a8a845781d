import { CreateTopicCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns';
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

describe('a FIFO topic', () => {
  test('takes a message once in five minutes and hands its group to a FIFO queue', async () => {
    const { sns, clock, TopicArn, queue, subscribe } = await openTopic({
      FifoTopic: 'true',
      ContentBasedDeduplication: 'true',
    });
    const { arn, received } = await queue('jobs.fifo', { FifoQueue: 'true' });
    await subscribe(arn, { RawMessageDelivery: 'true' });
    const publish = () => sns.send(new PublishCommand({ TopicArn, Message: 'x', MessageGroupId: 'a' }));
    const [first, second] = [await publish(), await publish()];
    expect(first.SequenceNumber).toMatch(/^1\d{19}$/);
    expect(second).toMatchObject({ MessageId: first.MessageId, SequenceNumber: first.SequenceNumber });
    const messages = await received();
    expect(messages.map(({ Body }) => Body)).toEqual(['x']);
    expect(messages[0]?.Attributes?.MessageGroupId).toBe('a');
    clock.elapse(300_000);
    expect((await publish()).MessageId).not.toBe(first.MessageId);
  });

  test('wants a group and a deduplication id', async () => {
    const { sns, TopicArn } = await openTopic({ FifoTopic: 'true' });
    const publish = (more: object) => sns.send(new PublishCommand({ TopicArn, Message: 'x', ...more }));
    await expect(publish({})).rejects.toThrow('The MessageGroupId parameter is required for FIFO topics');
    await expect(publish({ MessageGroupId: 'a' })).rejects.toThrow(
      'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  });
});
