import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeLogGroupsCommand,
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

const DAY = 86_400_000;

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

test('the bytes of a group are counted later', async () => {
  const { logs, clock, put } = await openStream();
  await put([0, 'hello']);
  const bytes = async () => (await logs.send(new DescribeLogGroupsCommand({}))).logGroups?.[0]?.storedBytes;
  expect(await bytes()).toBe(0);
  clock.elapse(DAY);
  expect(await bytes()).toBe(31);
});
