import { PublishCommand, SetSubscriptionAttributesCommand } from '@aws-sdk/client-sns';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { allow, openTopic, TOPIC } from './open-topic.ts';

standStill();

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
