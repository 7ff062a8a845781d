import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

test('Logs Insights is refused in words of the sandbox', async () => {
  const { logs } = await openStream();
  const query = new StartQueryCommand({ startTime: 0, endTime: 1, queryString: 'fields @message' });
  expect(await refusal(logs.send(query))).toMatchObject({
    message: 'The Tejun sandbox does not simulate logs:StartQuery yet.',
    status: 501,
  });
});
