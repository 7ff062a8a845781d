import { expect, test } from 'vitest';
import { commandLine, comparableArguments, withoutCodes } from '../../src/recording/index.ts';

const comparable = (line: string): string => comparableArguments(line.split(' ')).join(' ');

test.each([
  ['--start-time 2026-11-24T10:00:00Z', '--start-time <time>'],
  ['--start-time 2026-11-24', '--start-time <time>'],
  ['--since 1795530739 --until 1795530739123', '--since <time> --until <time>'],
  ['s3://logs-20261124100000', 's3://logs-<time>'],
  ['file:///tmp/tmp.a1B2c3D4e5', 'file:///tmp/<temporary>'],
  ['--token-code 123456', '--token-code <code>'],
  ['--authentication-code1=123456', '--authentication-code1=<code>'],
  ['--max-items 123456', '--max-items 123456'],
  ['--id 123456789012', '--id 123456789012'],
])('%s is compared as %s', (line, compared) => {
  expect(comparable(line)).toBe(compared);
});

test('no one-time code is recorded', () => {
  expect(withoutCodes(['x', '--token-code', '123456', '--token-code=654321'])).toEqual([
    ...['x', '--token-code', '000000', '--token-code=000000'],
  ]);
});

test('a call is shown as one would type it', () => {
  expect(commandLine(['s3', 'cp', 'a b', "it's", '--x=y'])).toBe(String.raw`aws s3 cp 'a b' 'it'\''s' --x=y`);
});
