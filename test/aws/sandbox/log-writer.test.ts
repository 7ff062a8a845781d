import { expect, test } from 'vitest';
import { ServiceError } from '../../../src/aws/sandbox/errors/index.ts';
import { type LogDestination, writeLogEvents } from '../../../src/aws/sandbox/log-writer.ts';
import type { ServiceContext } from '../../../src/aws/sandbox/operation/index.ts';

const destination = {
  group: '/aws/x',
  stream: 's',
  region: 'eu-west-1',
  as: { kind: 'role' },
} as unknown as LogDestination;
const events = [{ timestamp: 1, message: 'a' }];

/** CloudWatch Logs with what is there already, and what the writer may do. */
function logs({ has = [] as string[], mayNot = [] as string[] }) {
  const there = new Set(has);
  const asked: string[] = [];
  const call = (async ({ operation }: { operation: string }) => {
    asked.push(operation);
    const needs = { PutLogEvents: 'stream', CreateLogStream: 'group', CreateLogGroup: '' }[operation] ?? '';
    if (mayNot.includes(operation) || (needs && !there.has(needs))) throw new ServiceError(400, 'No', 'no');
    if (operation === 'CreateLogStream') there.add('stream');
    if (operation === 'CreateLogGroup') there.add('group');
    return {};
  }) as unknown as ServiceContext['call'];
  return { call, asked };
}

test.each([
  ['the stream is there', { has: ['group', 'stream'] }, true, ['PutLogEvents']],
  ['the group is there', { has: ['group'] }, true, ['PutLogEvents', 'CreateLogStream', 'PutLogEvents']],
  [
    'nothing is there',
    {},
    true,
    ['PutLogEvents', 'CreateLogStream', 'CreateLogGroup', 'CreateLogStream', 'PutLogEvents'],
  ],
  [
    'the writer may not make a group',
    { mayNot: ['CreateLogGroup'] },
    false,
    ['PutLogEvents', 'CreateLogStream', 'CreateLogGroup'],
  ],
  [
    'the writer may make a group only',
    { mayNot: ['CreateLogStream'] },
    false,
    ['PutLogEvents', 'CreateLogStream', 'CreateLogGroup', 'CreateLogStream'],
  ],
])('where %s, what is needed is asked for', async (_, state, written, operations) => {
  const { call, asked } = logs(state);
  expect(await writeLogEvents(call, destination, events)).toBe(written);
  expect(asked).toEqual(operations);
});

test('a fault that is no answer of the service is not hidden', async () => {
  const call = (() => Promise.reject(new TypeError('broken'))) as unknown as ServiceContext['call'];
  await expect(writeLogEvents(call, destination, events)).rejects.toThrow('broken');
});
