import { PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { alarmArn, BUSY } from './cloudwatch/open-alarm.ts';
import { allowing } from './events/open-rule.ts';
import { openWorker, PLACE } from './lambda/open-worker.ts';
import { Bucket, openNotified, QUEUE, TOPIC } from './s3/open-notified.ts';
import { standStill } from './time.ts';

standStill();

test('an object in S3 reaches SQS by SNS', async () => {
  const { of, configure, put, received } = await openNotified(
    allowing('sns.amazonaws.com', 'sqs:SendMessage'),
  );
  const sns = of('sns');
  await sns('CreateTopic', {
    Name: 'news',
    Attributes: { Policy: allowing('s3.amazonaws.com', 'sns:Publish') },
  });
  await sns('Subscribe', { TopicArn: TOPIC, Protocol: 'sqs', Endpoint: QUEUE });
  await configure({ TopicConfigurations: [{ TopicArn: TOPIC, Events: ['s3:ObjectCreated:*'] }] });
  await put('a.csv');
  const messages = await received();
  expect(messages.map(({ Type, Subject }) => [Type, Subject])).toEqual([
    ['Notification', 'Amazon S3 Notification'],
    ['Notification', 'Amazon S3 Notification'],
  ]);
  const [test, told] = messages.map(({ Message }) => JSON.parse(Message));
  expect(test).toMatchObject({ Event: 's3:TestEvent', Bucket });
  expect(told.Records[0]).toMatchObject({ eventName: 'ObjectCreated:Put', s3: { object: { key: 'a.csv' } } });
});

test('an event of EventBridge reaches CloudWatch Logs by a function', async () => {
  const { events, lambda, seen } = await openWorker();
  const EventPattern = '{"source":["shop"]}';
  const { RuleArn: SourceArn } = await events.send(new PutRuleCommand({ Name: 'orders', EventPattern }));
  await lambda.send(
    new AddPermissionCommand({
      ...{ FunctionName: 'worker', StatementId: 'events', Action: 'lambda:InvokeFunction' },
      ...{ Principal: 'events.amazonaws.com', SourceArn },
    }),
  );
  const Targets = [{ Id: 'f', Arn: `arn:aws:lambda:${PLACE}:function:worker` }];
  await events.send(new PutTargetsCommand({ Rule: 'orders', Targets }));
  const order = { Source: 'shop', DetailType: 'order', Detail: '{"nr":7}' };
  await events.send(new PutEventsCommand({ Entries: [order] }));
  expect(await seen()).toMatchObject([{ source: 'shop', 'detail-type': 'order', detail: { nr: 7 } }]);
});

test('an alarm of CloudWatch runs a function', async () => {
  const { cloudwatch, lambda, seen } = await openWorker();
  const SourceArn = alarmArn('busy');
  await lambda.send(
    new AddPermissionCommand({
      ...{ FunctionName: 'worker', StatementId: 'alarms', Action: 'lambda:InvokeFunction' },
      ...{ Principal: 'lambda.alarms.cloudwatch.amazonaws.com', SourceArn },
    }),
  );
  const AlarmActions = [`arn:aws:lambda:${PLACE}:function:worker`];
  await cloudwatch.send(new PutMetricAlarmCommand({ ...BUSY, AlarmActions } as never));
  const told = { AlarmName: 'busy', StateValue: 'ALARM', StateReason: 'a test' } as const;
  await cloudwatch.send(new SetAlarmStateCommand(told));
  expect(await seen()).toMatchObject([
    {
      ...{
        source: 'aws.cloudwatch',
        alarmArn: SourceArn,
        accountId: '123456789012',
        region: 'ap-northeast-1',
      },
      alarmData: {
        alarmName: 'busy',
        state: { value: 'ALARM' },
        previousState: { value: 'INSUFFICIENT_DATA' },
      },
    },
  ]);
});
