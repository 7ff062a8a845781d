import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishBatchCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
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
const QUEUE = 'arn:aws:sqs:ap-northeast-1:123456789012:jobs';

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

describe('topics', () => {
  test('are listed 100 at a time, keep their subscriptions apart from a new topic of the same name', async () => {
    const { sns, TopicArn, queue, subscribe } = await openTopic();
    for (let n = 0; n < 100; n += 1) await sns.send(new CreateTopicCommand({ Name: `t${n}` }));
    const first = await sns.send(new ListTopicsCommand({}));
    const second = await sns.send(new ListTopicsCommand({ NextToken: first.NextToken }));
    expect([first.Topics?.length, second.Topics?.length, second.NextToken]).toEqual([100, 1, undefined]);
    const { arn } = await queue('jobs');
    const SubscriptionArn = await subscribe(arn);
    await sns.send(new DeleteTopicCommand({ TopicArn }));
    const orphan = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
    expect(orphan.Attributes?.TopicArn).toBe(TopicArn);
    await sns.send(new CreateTopicCommand({ Name: 'orders' }));
    expect((await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions).toEqual([]);
  });

  test('let in by their own policy whom no other allows', async () => {
    const { sns, nobody, TopicArn } = await openTopic();
    const publish = () => nobody.sns.send(new PublishCommand({ TopicArn, Message: 'x' }));
    await expect(publish()).rejects.toMatchObject({
      name: 'AuthorizationErrorException',
      message:
        'User: arn:aws:iam::123456789012:user/nobody is not authorized to perform: SNS:Publish on resource: arn:aws:sns:ap-northeast-1:123456789012:orders because no identity-based policy allows the SNS:Publish action',
      $metadata: { httpStatusCode: 403 },
    });
    const Principal = { AWS: 'arn:aws:iam::123456789012:user/nobody' };
    const Statement = [{ Effect: 'Allow', Principal, Action: 'sns:Publish', Resource: TopicArn }];
    await sns.send(
      new SetTopicAttributesCommand({
        TopicArn,
        AttributeName: 'Policy',
        AttributeValue: JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    );
    expect((await publish()).MessageId).toMatch(/^[\da-f-]{36}$/);
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
    expect(JSON.parse(Attributes?.Policy ?? '').Statement).toHaveLength(1);
  });

  test.each([
    ['DeliveryPolicy', '{}', /does not simulate the parameter DeliveryPolicy of sns:SetTopicAttributes/],
    ['FifoTopic', 'false', 'Invalid parameter: AttributeName'],
    ['SignatureVersion', '3', 'Invalid parameter: SignatureVersion Reason: must be one of 1, 2'],
    ['Policy', '{"Statement":[{"Effect":"Allow"}]}', 'Policy statement must contain a principal!'],
    [
      'Policy',
      '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":5}]}',
      'Policy Error: null',
    ],
    [
      'Policy',
      '{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":5}}',
      'Policy Error: null',
    ],
  ])('refuse %s = %s', async (AttributeName, AttributeValue, message) => {
    const { sns, TopicArn } = await openTopic();
    const set = new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue });
    await expect(sns.send(set)).rejects.toThrow(message);
  });

  test.each([
    [{ Protocol: 'sms', Endpoint: 'x' }, /does not simulate subscriptions of the protocol sms yet/],
    [{ Protocol: 'lambda', Endpoint: 'x' }, /Lambda endpoint ARN/],
    [
      { Protocol: 'sqs', Endpoint: `${QUEUE}.fifo` },
      /FIFO SQS Queues can not be subscribed to standard SNS topics/,
    ],
    [
      { Protocol: 'sqs', Endpoint: QUEUE, Attributes: { FilterPolicy: '{"a":[]}' } },
      /Reason: FilterPolicy: Empty arrays/,
    ],
    [
      { Protocol: 'sqs', Endpoint: QUEUE, Attributes: { Nonsense: 'x' } },
      /Attributes Reason: Unknown attribute Nonsense/,
    ],
  ])('refuse the subscription %j', async (input, message) => {
    const { sns, TopicArn } = await openTopic();
    await expect(sns.send(new SubscribeCommand({ TopicArn, ...input }))).rejects.toThrow(message);
  });
});

/** Recorded on AWS. */
describe('messages that are refused', () => {
  test.each([
    [
      'invalid^',
      'String',
      'x',
      "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.",
    ],
    ['.a', 'String', 'x', "Invalid message attribute name starting with character '.' was found."],
    ['a.', 'String', 'x', "Invalid message attribute name ending with character '.' was found."],
    ['a..b', 'String', 'x', "Message attribute name can not have successive '.' character."],
    ['a'.repeat(257), 'String', 'x', 'Length of message attribute name must be less than 256 bytes.'],
    [
      'a',
      'String',
      '',
      "The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'.",
    ],
    ['a', 'Binary', 'x', "The message attribute 'a' with type 'Binary' must use field 'Binary'."],
    [
      'a',
      'Nonsense',
      'x',
      "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.",
    ],
  ])('the attribute %s of type %s with %j', async (name, DataType, StringValue, message) => {
    const { sns, TopicArn } = await openTopic();
    const MessageAttributes = { [name]: { DataType, StringValue } };
    await expect(
      sns.send(new PublishCommand({ TopicArn, Message: 'x', MessageAttributes })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message,
    });
  });

  test.each([
    [['a'.repeat(81)], `The Id of a batch entry in the batch request is too long: ${'a'.repeat(81)}`],
    [
      ['message.id'],
      'The Id of a batch entry in the batch request contains an impermissible character: message.id',
    ],
    [['a', 'a'], 'Two or more batch entries in the request have the same Id.'],
    [
      Array.from({ length: 11 }, (_, n) => `id${n}`),
      'The batch request contains more entries than permissible.',
    ],
  ])('a batch with the ids %j', async (ids, message) => {
    const { sns, TopicArn } = await openTopic();
    const PublishBatchRequestEntries = ids.map((Id) => ({ Id, Message: 'x' }));
    await expect(sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }))).rejects.toThrow(
      message,
    );
  });

  test('a batch of which one entry is wrong is not published at all', async () => {
    const { sns, TopicArn, queue, subscribe } = await openTopic();
    const { arn, received } = await queue('jobs');
    await subscribe(arn);
    const PublishBatchRequestEntries = [
      { Id: 'a', Message: 'x' },
      { Id: 'b', Message: 'x', Subject: '' },
    ];
    await expect(sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }))).rejects.toThrow(
      'Invalid parameter: Subject',
    );
    expect(await received()).toEqual([]);
  });

  test('one that is empty, too long, or for another region', async () => {
    const { sns, TopicArn } = await openTopic();
    const publish = (Message: string, topic = TopicArn) =>
      sns.send(new PublishCommand({ TopicArn: topic, Message }));
    await expect(publish('')).rejects.toThrow('Invalid parameter: Empty message');
    await expect(publish('x'.repeat(262_145))).rejects.toThrow('Invalid parameter: Message too long');
    await expect(publish('x', TOPIC.replace('ap-northeast-1', 'us-east-1'))).rejects.toThrow(
      'Invalid parameter: TopicArn',
    );
    await expect(publish('x', 'a:b')).rejects.toThrow('An ARN must have at least 6 elements, not 2');
  });
});
