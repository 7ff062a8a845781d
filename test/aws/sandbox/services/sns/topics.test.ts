import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openTopic } from './open-topic.ts';

standStill();

const QUEUE = 'arn:aws:sqs:ap-northeast-1:123456789012:jobs';

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
