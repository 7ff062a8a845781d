import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { START } from '../../practice.ts';
import { openAccount } from '../open.ts';

export const NAMES = { logGroupName: '/app/web', logStreamName: 'one' };

export async function openStream() {
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
