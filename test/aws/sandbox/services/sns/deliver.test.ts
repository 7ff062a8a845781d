import {
  CreateTopicCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
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

describe('a topic with a queue', () => {
  test('delivers a notification, or the raw message with its attributes', async () => {
    const { sns, TopicArn, queue, subscribe } = await openTopic();
    const [plain, raw] = [await queue('jobs'), await queue('raw')];
    await subscribe(plain.arn);
    await subscribe(raw.arn, { RawMessageDelivery: 'true' });
    const MessageAttributes = {
      city: { DataType: 'String', StringValue: 'Kyoto' },
      bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([2, 3, 4]) },
    };
    const { MessageId } = await sns.send(
      new PublishCommand({ TopicArn, Message: 'hello', Subject: 'Greeting', MessageAttributes }),
    );
    const [message] = await plain.received();
    expect(JSON.parse(message?.Body ?? '')).toMatchObject({
      Type: 'Notification',
      MessageId,
      TopicArn,
      Subject: 'Greeting',
      Message: 'hello',
      Timestamp: START.toISOString(),
      SignatureVersion: '1',
      MessageAttributes: {
        city: { Type: 'String', Value: 'Kyoto' },
        bytes: { Type: 'Binary', Value: 'AgME' },
      },
    });
    expect(message?.MessageAttributes).toBeUndefined();
    const [own] = await raw.received();
    expect(own).toMatchObject({ Body: 'hello', MessageAttributes: { city: { StringValue: 'Kyoto' } } });
    expect([...(own?.MessageAttributes?.bytes?.BinaryValue ?? [])]).toEqual([2, 3, 4]);
  });

  test('drops what the policy of the queue refuses to another topic, or sends it to the dead letters', async () => {
    const { sns, TopicArn, queue, subscribe } = await openTopic({}, `${TOPIC}-other`);
    const refusing = await queue('jobs');
    const dead = await queue('dead', { Policy: allow(TOPIC) });
    const arn = await subscribe(refusing.arn);
    await sns.send(new PublishCommand({ TopicArn, Message: 'lost' }));
    await sns.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn: arn,
        AttributeName: 'RedrivePolicy',
        AttributeValue: JSON.stringify({ deadLetterTargetArn: dead.arn }),
      }),
    );
    await sns.send(new PublishCommand({ TopicArn, Message: 'kept' }));
    expect(await refusing.received()).toEqual([]);
    expect((await dead.received()).map(({ Body }) => JSON.parse(Body ?? '').Message)).toEqual(['kept']);
  });

  test('delivers what filter policies match: attributes, and the body', async () => {
    const { sns, TopicArn, queue, subscribe } = await openTopic();
    const [byAttributes, byBody] = [await queue('jobs'), await queue('body')];
    await subscribe(byAttributes.arn, {
      FilterPolicy: '{"city":[{"prefix":"Ky"}]}',
      RawMessageDelivery: 'true',
    });
    await subscribe(byBody.arn, {
      FilterPolicy: '{"order":{"price":[{"numeric":[">",100]}]}}',
      FilterPolicyScope: 'MessageBody',
      RawMessageDelivery: 'true',
    });
    const [cheap, dear] = [100, 101].map((price) => JSON.stringify({ order: { price } }));
    for (const [Message, city] of [
      [cheap, 'Kyoto'],
      [dear, 'Tokyo'],
      ['no JSON', 'Kyoto'],
    ] as const)
      await sns.send(
        new PublishCommand({
          TopicArn,
          Message,
          MessageAttributes: { city: { DataType: 'String', StringValue: city } },
        }),
      );
    const bodies = async (received: typeof byBody.received) => (await received()).map(({ Body }) => Body);
    expect(await bodies(byAttributes.received)).toEqual([cheap, 'no JSON']);
    expect(await bodies(byBody.received)).toEqual([dear]);
  });

  test('gives each protocol the text that is meant for it', async () => {
    const { sns, TopicArn, queue, subscribe } = await openTopic();
    const { arn, received } = await queue('jobs');
    await subscribe(arn, { RawMessageDelivery: 'true' });
    const Message = JSON.stringify({ default: 'all', sqs: 'queues' });
    await sns.send(new PublishCommand({ TopicArn, Message, MessageStructure: 'json' }));
    expect((await received()).map(({ Body }) => Body)).toEqual(['queues']);
  });
});
