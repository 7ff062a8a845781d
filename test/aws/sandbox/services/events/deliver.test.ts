import {
  CreateLogGroupCommand,
  FilterLogEventsCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateEventBusCommand,
  PutEventsCommand,
  PutPermissionCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateTopicCommand, SetTopicAttributesCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { allowing, openRule, PLACE, SHOP } from './open-rule.ts';

standStill();

describe('an event', () => {
  test('goes to the queue of the rules that it matches, by the policy of the queue', async () => {
    const { put, receive } = await openRule(SHOP);
    await put('{"price":120}', { Resources: ['arn:x'] });
    await put('{"price":80}');
    expect(await receive()).toEqual([
      {
        version: '0',
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        'detail-type': 'order',
        source: 'shop',
        account: '123456789012',
        time: '2026-01-05T00:00:00Z',
        region: 'ap-northeast-1',
        resources: ['arn:x'],
        detail: { price: 120 },
      },
    ]);
  });

  test('does not get into a queue whose policy does not let it, but among the dead letters', async () => {
    const { put, receive, queue, target } = await openRule(
      SHOP,
      allowing('sns.amazonaws.com', 'sqs:SendMessage'),
    );
    const dead = await queue('dead', allowing('events.amazonaws.com', 'sqs:SendMessage'));
    await target({ DeadLetterConfig: { Arn: `arn:aws:sqs:${PLACE}:dead` } });
    await put('{"price":120}');
    expect(await receive()).toEqual([]);
    expect(await receive(dead)).toMatchObject([{ detail: { price: 120 } }]);
  });

  test('goes to a topic and on to its queue, and into a log group', async () => {
    const { admin, put, target, receive, queue } = await openRule(SHOP);
    const inbox = await queue('inbox', allowing('sns.amazonaws.com', 'sqs:SendMessage'));
    const { TopicArn } = await admin.sns.send(new CreateTopicCommand({ Name: 'orders' }));
    const AttributeValue = allowing('events.amazonaws.com', 'sns:Publish');
    await admin.sns.send(
      new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }),
    );
    await admin.sns.send(
      new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: `arn:aws:sqs:${PLACE}:inbox` }),
    );
    await target({ Id: 't', Arn: TopicArn, Input: '"hello"' });
    const logGroupName = '/aws/events/orders';
    await admin.logs.send(new CreateLogGroupCommand({ logGroupName }));
    const policyDocument = allowing('events.amazonaws.com', ['logs:CreateLogStream', 'logs:PutLogEvents']);
    await admin.logs.send(new PutResourcePolicyCommand({ policyName: 'events', policyDocument }));
    await target({ Id: 'l', Arn: `arn:aws:logs:${PLACE}:log-group:${logGroupName}`, InputPath: '$.detail' });
    await put('{"price":120}');
    expect((await receive(inbox)).map(({ Message }) => Message)).toEqual(['"hello"']);
    const logged = await admin.logs.send(new FilterLogEventsCommand({ logGroupName }));
    expect(logged.events?.map(({ message }) => message)).toEqual(['{"price":120}']);
  });

  test('is judged entry by entry, also by what it is about', async () => {
    const { admin, nobody, events } = await openRule(SHOP);
    await events.send(new CreateEventBusCommand({ Name: 'other' }));
    const statement = {
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Resource: `arn:aws:events:${PLACE}:event-bus/default`,
      Condition: { StringEquals: { 'events:source': 'shop' } },
    };
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await admin.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'p', PolicyDocument }));
    const entry = { Source: 'shop', DetailType: 'order', Detail: '{}' };
    const put = (...Entries: object[]) =>
      nobody.events.send(new PutEventsCommand({ Entries: Entries as never }));
    expect((await put(entry)).FailedEntryCount).toBe(0);
    expect((await refusal(put(entry, { ...entry, EventBusName: 'other' }))).message).toBe(
      `User: arn:aws:iam::123456789012:user/nobody is not authorized to perform: events:PutEvents on resource: arn:aws:events:${PLACE}:event-bus/other because no identity-based policy allows the events:PutEvents action`,
    );
    expect(await refusal(put({ ...entry, Source: 'bank' }))).toMatchObject({ code: 'AccessDeniedException' });
  });

  test('goes from one bus to a second one whose policy lets it, and to no third', async () => {
    const { events, sqs, put, queue } = await openRule(SHOP);
    const url = await queue('end', allowing('events.amazonaws.com', 'sqs:SendMessage'));
    const counted = async () => {
      const input = { QueueUrl: url, MaxNumberOfMessages: 10 };
      return (await sqs.send(new ReceiveMessageCommand(input))).Messages?.length ?? 0;
    };
    const pass = async (from: string, Arn: string) => {
      const Targets = [{ Id: 'next', Arn }];
      await events.send(new PutTargetsCommand({ Rule: 'all', EventBusName: from, Targets }));
    };
    for (const Name of ['one', 'two', 'three']) {
      await events.send(new CreateEventBusCommand({ Name }));
      const Policy = allowing('events.amazonaws.com', 'events:PutEvents');
      await events.send(new PutPermissionCommand({ EventBusName: Name, Policy }));
      const EventPattern = '{"source":["shop"]}';
      await events.send(new PutRuleCommand({ Name: 'all', EventBusName: Name, EventPattern }));
    }
    await pass('one', `arn:aws:events:${PLACE}:event-bus/two`);
    await pass('two', `arn:aws:sqs:${PLACE}:end`);
    await put('{}', { EventBusName: 'one' });
    expect(await counted()).toBe(1);
    await pass('two', `arn:aws:events:${PLACE}:event-bus/three`);
    await pass('three', `arn:aws:sqs:${PLACE}:end`);
    await put('{}', { EventBusName: 'one' });
    expect(await counted()).toBe(0);
  });

  test('does not get into a bus whose policy does not let it', async () => {
    const { events, put, receive } = await openRule(SHOP);
    const made = await events.send(new CreateEventBusCommand({ Name: 'first' }));
    await events.send(
      new PutRuleCommand({ Name: 'all', EventBusName: 'first', EventPattern: '{"source":["shop"]}' }),
    );
    // Without a policy of the default bus, or a role, nothing arrives.
    const Arn = made.EventBusArn?.replace('/first', '/default');
    await events.send(
      new PutTargetsCommand({ Rule: 'all', EventBusName: 'first', Targets: [{ Id: 'b', Arn }] }),
    );
    await put('{"price":120}', { EventBusName: 'first' });
    expect(await receive()).toEqual([]);
  });
});
