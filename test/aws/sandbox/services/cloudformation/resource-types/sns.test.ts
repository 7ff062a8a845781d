import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
} from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const topic = (name: string, raw: boolean) => `
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${name} } }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Topic
      Protocol: sqs
      Endpoint: !GetAtt Queue.Arn
      RawMessageDelivery: ${raw}
      FilterPolicy: { colour: [red] }
`;

test('a topic and its subscription are made, and changed where they are', async () => {
  const stack = openStacks();
  const { sns } = stack.admin;
  await stack.create(topic('first', true));
  const TopicArn = (await stack.physical('Topic')) ?? '';
  expect(TopicArn).toMatch(/^arn:aws:sns:ap-northeast-1:123456789012:shop-Topic-\w{12}$/);
  const SubscriptionArn = (await stack.physical('Subscription')) ?? '';
  expect(SubscriptionArn.startsWith(`${TopicArn}:`)).toBe(true);
  const seen = async () => [
    (await sns.send(new GetTopicAttributesCommand({ TopicArn }))).Attributes?.DisplayName,
    (await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes
      ?.RawMessageDelivery,
  ];
  expect(await seen()).toEqual(['first', 'true']);
  await stack.update(topic('second', false));
  expect(await seen()).toEqual(['second', 'false']);
  const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
  expect(JSON.parse(Attributes?.FilterPolicy ?? '')).toEqual({ colour: ['red'] });
});

test('a topic that loses its subscription has none', async () => {
  const stack = openStacks();
  await stack.create(topic('t', true));
  const TopicArn = await stack.physical('Topic');
  await stack.update('Resources: { Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: t } } }');
  const { Subscriptions } = await stack.admin.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(Subscriptions).toEqual([]);
});
