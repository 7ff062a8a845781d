import { expect, test } from 'vitest';
import {
  failurePayload,
  InvocationLog,
} from '../../../../../../src/aws/sandbox/services/lambda/runtime/invocation-log.ts';

const at = new Date('2026-01-05T00:00:00.123Z');
const facts = { requestId: 'r', version: '$LATEST', memorySize: 128, usedMegabytes: 70, duration: 1.234 };

function ended(result: { kind: string }, more: object = {}): string {
  const log = new InvocationLog();
  log.ended(at, { ...facts, ...more }, result as never);
  return log.lines.at(-1)?.text ?? '';
}

test('what a function writes has a time, an id and a level; the standard streams have none', () => {
  const log = new InvocationLog();
  log.written(at, 'r', 'INFO', 'hello');
  log.written(at, 'r', '', 'raw');
  expect(log.lines.map(({ text }) => text)).toEqual(['2026-01-05T00:00:00.123Z\tr\tINFO\thello\n', 'raw\n']);
});

// The layout as recorded on AWS; the time of the load is billed, too.
test('the report counts the load of a new environment', () => {
  expect(ended({ kind: 'returned' })).toBe(
    'REPORT RequestId: r\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\t\n',
  );
  expect(ended({ kind: 'returned' }, { initDuration: 100.5 })).toContain(
    'Billed Duration: 102 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\tInit Duration: 100.50 ms\t',
  );
  expect(ended({ kind: 'timed-out' })).toContain('Status: timeout');
  expect(ended({ kind: 'out-of-memory' })).toContain('Status: error\tError Type: Runtime.OutOfMemory');
});

test.each([
  [{ kind: 'timed-out' }, 'Sandbox.Timedout', 'RequestId: r Error: Task timed out after 3.00 seconds'],
  [
    { kind: 'exited', code: '1' },
    'Runtime.ExitError',
    'RequestId: r Error: Runtime exited with error: exit status 1',
  ],
  [
    { kind: 'exited', code: '0' },
    'Runtime.ExitError',
    'RequestId: r Error: Runtime exited without providing a reason',
  ],
  [
    { kind: 'out-of-memory' },
    'Runtime.OutOfMemory',
    'RequestId: r Error: Runtime exited with error: signal: killed',
  ],
])('%j is answered with %s', (result, errorType, errorMessage) => {
  expect(JSON.parse(failurePayload(result as never, 'r', 3))).toEqual({ errorType, errorMessage });
});

test('the tail is the end of the log, without the first line of an environment', () => {
  const log = new InvocationLog();
  for (const text of ['INIT_START x', 'one', 'two']) log.add(at, text);
  expect(new TextDecoder().decode(log.tail(4096))).toBe('one\ntwo\n');
  expect(new TextDecoder().decode(log.tail(5))).toBe('\ntwo\n');
});
