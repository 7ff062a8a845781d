import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { CreateTopicCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openWorker, PLACE } from './open-worker.ts';

standStill();

const FUNCTION = `arn:aws:lambda:${PLACE}:function:worker`;

test('EventBridge invokes a function whose policy lets it, and the function logs', async () => {
  const { events, lambda, seen, pass } = await openWorker();
  await events.send(new PutRuleCommand({ Name: 'tick', ScheduleExpression: 'rate(5 minutes)' }));
  await events.send(new PutRuleCommand({ Name: 'shop', EventPattern: '{"source":["shop"]}' }));
  for (const Rule of ['tick', 'shop'])
    await events.send(new PutTargetsCommand({ Rule, Targets: [{ Id: '1', Arn: FUNCTION }] }));
  const put = () =>
    events.send(
      new PutEventsCommand({ Entries: [{ Source: 'shop', DetailType: 'order', Detail: '{"id":1}' }] }),
    );
  await put();
  await expect(seen()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await lambda.send(
    new AddPermissionCommand({
      ...{ FunctionName: 'worker', StatementId: 'events', Action: 'lambda:InvokeFunction' },
      Principal: 'events.amazonaws.com',
    }),
  );
  await put();
  await pass(300);
  expect((await seen()).map((event) => [event['detail-type'], event.detail])).toEqual([
    ['order', { id: 1 }],
    ['Scheduled Event', {}],
  ]);
});

test('SNS invokes a function whose policy lets it', async () => {
  const { sns, lambda, seen } = await openWorker();
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'shop' }));
  const { SubscriptionArn } = await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint: FUNCTION }),
  );
  await sns.send(new PublishCommand({ TopicArn, Message: 'lost' }));
  await lambda.send(
    new AddPermissionCommand({
      ...{ FunctionName: 'worker', StatementId: 'sns', Action: 'lambda:InvokeFunction' },
      ...{ Principal: 'sns.amazonaws.com', SourceArn: TopicArn },
    }),
  );
  await sns.send(new PublishCommand({ TopicArn, Message: 'hello', Subject: 'greeting' }));
  const [event, ...others] = await seen();
  expect(others).toEqual([]);
  expect(event.Records).toEqual([
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: SubscriptionArn,
      Sns: expect.objectContaining({
        Message: 'hello',
        Subject: 'greeting',
        TopicArn,
        MessageAttributes: {},
      }),
    },
  ]);
});
