import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeLogStreamsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
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

const NAMES = { logGroupName: '/app/web', logStreamName: 'one' };

async function openStream() {
  const account = openAccount('logs');
  const { logs } = account.admin;
  await logs.send(new CreateLogGroupCommand({ logGroupName: NAMES.logGroupName }));
  await logs.send(new CreateLogStreamCommand(NAMES));
  const put = (...events: [number, string][]) =>
    logs.send(
      new PutLogEventsCommand({
        ...NAMES,
        logEvents: events.map(([offset, message]) => ({ timestamp: START.getTime() + offset, message })),
      }),
    );
  const get = (more: object = {}) => logs.send(new GetLogEventsCommand({ ...NAMES, ...more }));
  const messages = async (more: object = {}) => (await get(more)).events?.map(({ message }) => message);
  return { ...account, logs, put, get, messages };
}

test('streams are listed by their last event', async () => {
  const { logs, put } = await openStream();
  await logs.send(new CreateLogStreamCommand({ ...NAMES, logStreamName: 'zero' }));
  await put([0, 'a']);
  const { logStreams } = await logs.send(
    new DescribeLogStreamsCommand({ logGroupName: '/app/web', orderBy: 'LastEventTime', descending: true }),
  );
  expect(logStreams?.map(({ logStreamName }) => logStreamName)).toEqual(['one', 'zero']);
});
