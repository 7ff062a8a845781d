import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { AttachRolePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam';
import {
  AddPermissionCommand,
  CreateEventSourceMappingCommand,
  type CreateEventSourceMappingCommandInput,
  CreateFunctionCommand,
} from '@aws-sdk/client-lambda';
import { CreateTopicCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

const PLACE = 'ap-northeast-1:123456789012';

const QUEUE = `arn:aws:sqs:${PLACE}:jobs`;

const FUNCTION = `arn:aws:lambda:${PLACE}:function:worker`;

const POLICY = 'arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole';

const CODE = `export const handler = async (event) => {
  console.log(JSON.stringify(event));
  const bad = (event.Records ?? []).filter(({ body }) => body === 'bad');
  if (bad.length > 0 && !process.env.REPORTS) throw new Error('bad message');
  return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** A function that logs its events, and a queue. */
async function openWorker({ policy = true, variables = {} } = {}) {
  const account = openAccount('event sources');
  const { iam, lambda, logs, sqs } = account.admin;
  await iam.send(new CreateRoleCommand({ RoleName: 'worker', AssumeRolePolicyDocument: TRUST }));
  if (policy) await iam.send(new AttachRolePolicyCommand({ RoleName: 'worker', PolicyArn: POLICY }));
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'worker',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::123456789012:role/worker',
      Code: { ZipFile: zipSync({ 'index.mjs': new TextEncoder().encode(CODE) }) },
      Environment: { Variables: variables },
    }),
  );
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'jobs' }));
  const pass = (seconds: number) => account.clock.elapse(seconds * 1000);
  await pass(5);
  const map = (more: Partial<CreateEventSourceMappingCommandInput> = {}) =>
    lambda.send(
      new CreateEventSourceMappingCommand({ EventSourceArn: QUEUE, FunctionName: 'worker', ...more }),
    );
  const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  /** The events that the function has logged. */
  const seen = async () => {
    const { events = [] } = await logs.send(
      new FilterLogEventsCommand({ logGroupName: '/aws/lambda/worker', filterPattern: 'INFO' }),
    );
    return events.map(({ message = '' }) => JSON.parse(message.slice(message.indexOf('{'))));
  };
  const left = async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: hidden } =
      Attributes ?? {};
    return { visible: Number(visible), hidden: Number(hidden) };
  };
  return { ...account, ...account.admin, pass, map, send, seen, left };
}

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
