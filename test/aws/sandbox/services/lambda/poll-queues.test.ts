import { AttachRolePolicyCommand, DetachRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  GetEventSourceMappingCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openWorker, POLICY, QUEUE } from './open-worker.ts';

standStill();

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
