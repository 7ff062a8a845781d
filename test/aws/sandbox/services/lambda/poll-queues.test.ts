import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { AttachRolePolicyCommand, CreateRoleCommand, DetachRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateEventSourceMappingCommand,
  type CreateEventSourceMappingCommandInput,
  CreateFunctionCommand,
  DeleteEventSourceMappingCommand,
  GetEventSourceMappingCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
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

type Event = { Records: { body: string; attributes: Record<string, string> }[] };

const bodies = (events: Event[]) => events.map(({ Records }) => Records.map(({ body }) => body));

describe('a queue as the source of a function', () => {
  test('gives its messages to the function, which logs them, and loses them', async () => {
    const { pass, map, send, seen, left } = await openWorker();
    const { State, UUID } = await map();
    expect({ State, UUID }).toEqual({ State: 'Creating', UUID: expect.stringMatching(/^[\da-f-]{36}$/) });
    await send('one');
    await send('two');
    expect(await left()).toEqual({ visible: 2, hidden: 0 });
    await pass(10);
    expect(await left()).toEqual({ visible: 0, hidden: 0 });
    const events = await seen();
    expect(bodies(events)).toEqual([['one', 'two']]);
    expect(events[0].Records[0]).toEqual({
      messageId: expect.stringMatching(/^[\da-f-]{36}$/),
      receiptHandle: expect.stringMatching(/^AQEB/),
      body: 'one',
      attributes: expect.objectContaining({ ApproximateReceiveCount: '1' }),
      messageAttributes: {},
      md5OfBody: 'f97c5d29941bfb1b2fdab0874906ab82',
      md5OfMessageAttributes: null,
      eventSource: 'aws:sqs',
      eventSourceARN: QUEUE,
      awsRegion: 'ap-northeast-1',
    });
  });

  test('takes a batch back that the function fails on, until its visibility timeout ends', async () => {
    const { pass, map, send, seen, left } = await openWorker();
    await map({ BatchSize: 1 });
    await pass(10);
    await send('bad');
    await send('good');
    expect(await left()).toEqual({ visible: 0, hidden: 1 });
    await pass(31);
    expect(bodies(await seen())).toEqual([['bad'], ['good'], ['bad']]);
    expect(await left()).toEqual({ visible: 0, hidden: 1 });
  });

  test('takes only those messages back that the function names', async () => {
    const { pass, map, send, left } = await openWorker({ variables: { REPORTS: 'yes' } });
    await map({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
    await send('bad');
    await send('good');
    await pass(10);
    expect(await left()).toEqual({ visible: 0, hidden: 1 });
  });

  test('drops messages that no filter lets through, without the function', async () => {
    const { pass, map, send, seen, left } = await openWorker();
    await map({ FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] } });
    for (const body of ['{"kind":"order"}', '{"kind":"review"}', 'order']) await send(body);
    await pass(10);
    expect(await left()).toEqual({ visible: 0, hidden: 0 });
    expect(bodies(await seen())).toEqual([['{"kind":"order"}']]);
  });

  test('gathers messages for the seconds of the window', async () => {
    const { pass, map, send, seen } = await openWorker();
    await map({ BatchSize: 20, MaximumBatchingWindowInSeconds: 60 });
    for (let count = 0; count < 12; count += 1) await send(`${count}`);
    await pass(30);
    await expect(seen()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await pass(30);
    expect(bodies(await seen()).map((one) => one.length)).toEqual([12]);
  });

  test('rests while the mapping is disabled, and when the role may not receive any more', async () => {
    const { pass, map, send, left, lambda, iam } = await openWorker();
    const { UUID } = await map({ Enabled: false });
    await pass(10);
    await send('one');
    expect(await left()).toEqual({ visible: 1, hidden: 0 });
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: true }));
    await iam.send(new DetachRolePolicyCommand({ RoleName: 'worker', PolicyArn: POLICY }));
    await pass(10);
    expect(await left()).toEqual({ visible: 1, hidden: 0 });
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'worker', PolicyArn: POLICY }));
    expect(await left()).toEqual({ visible: 0, hidden: 0 });
  });

  test('is let go in time, and may not be changed meanwhile', async () => {
    const { pass, map, lambda } = await openWorker();
    const { UUID } = await map();
    expect(await refusal(lambda.send(new DeleteEventSourceMappingCommand({ UUID })))).toMatchObject({
      code: 'ResourceInUseException',
      message: 'Cannot update the event source mapping because it is in use.',
    });
    await pass(10);
    expect(await lambda.send(new DeleteEventSourceMappingCommand({ UUID }))).toMatchObject({
      State: 'Deleting',
    });
    await pass(10);
    expect(await refusal(lambda.send(new GetEventSourceMappingCommand({ UUID })))).toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'The resource you requested does not exist.',
    });
  });

  test('is refused where the role may not receive, where there is no queue, and to nobody', async () => {
    const { map, nobody } = await openWorker({ policy: false });
    expect(await refusal(map())).toMatchObject({
      code: 'InvalidParameterValueException',
      message: 'The function execution role does not have permissions to call ReceiveMessage on SQS',
    });
    const input = { EventSourceArn: QUEUE, FunctionName: 'worker' };
    expect(await refusal(nobody.lambda.send(new CreateEventSourceMappingCommand(input)))).toMatchObject({
      code: 'AccessDeniedException',
    });
    const other = await openWorker();
    expect(await refusal(other.map({ EventSourceArn: `${QUEUE}-none` }))).toMatchObject({
      message: expect.stringMatching(/^Error occurred while ReceiveMessage\. SQS Error Code: /),
    });
  });
});
