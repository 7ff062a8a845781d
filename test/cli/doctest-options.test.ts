import { Command } from 'commander';
import { expect, test } from 'vitest';
import {
  type DoctestOptions,
  optionConflict,
  shellOf,
  withDoctestOptions,
} from '../../src/cli/doctest-options.ts';

function parsed(...args: string[]): DoctestOptions {
  const command = withDoctestOptions(
    new Command().exitOverride().configureOutput({ writeErr: () => undefined }),
  );
  return command.parse(args, { from: 'user' }).opts();
}

test.each([
  [['--locale', 'ja, en'], { locale: ['ja', 'en'] }],
  [['--shard', '2/4'], { shard: { index: 2, count: 4 } }],
  [['--account-id', '1234-5678-9012'], { accountId: '123456789012' }],
  [['--max-age', '90d'], { maxAge: 90 * 86_400_000 }],
  [['--bail', '--retry', '2'], { bail: true, retry: 2 }],
  [['--report', 'json', '--reporter', 'junit'], { reporter: ['json', 'junit'] }],
  [['--upstream', 'http://127.0.0.1:5000'], { upstream: 'http://127.0.0.1:5000/' }],
  [[], { target: 'sandbox', wait: true, cache: true }],
])('%j', (args, options) => {
  expect(parsed(...args)).toMatchObject(options);
});

test.each([
  [['--locale', ','], 'Write one or more'],
  [['--shard', '0/4'], 'Write index/count'],
  [['--shard', '5/4'], 'Write index/count'],
  [['--account-id', '123'], 'has 12 digits'],
  [['--max-age', '90'], 'a number with s, m, h or d'],
  [['--retry', '0'], 'a number from 1'],
  [['--target', 'aws'], 'There are: sandbox, recording, live'],
  [['-t', '('], 'regular expression'],
])('%j is refused', (args, reason) => {
  expect(() => parsed(...args)).toThrow(reason);
});

test('a real account needs a real bash; all else nothing but Node.js', () => {
  expect([shellOf({ target: 'live' }), shellOf({ target: 'sandbox' })]).toEqual(['bash', 'simulated']);
  expect(shellOf({ target: 'sandbox', shell: 'bash' })).toBe('bash');
});

test.each([
  ['--update --dry-run --add'],
  ['--report policy'],
  ['--report compare --locale ja'],
  ['--target live --account-id 123456789012'],
  ['--record --shell bash'],
])('%s goes together', (line) => {
  expect(optionConflict(parsed(...line.split(' ')))).toBeUndefined();
});

test.each([
  ['--dry-run', 'add --update'],
  ['--add', 'add --update'],
  ['--target recording --var A=b', 'leave --var'],
  ['--update --env-file x', 'leave --env-file out'],
  ['--report policy --shell bash', 'leave --target and --shell out'],
  ['--report compare --target live', 'leave --target out'],
  ['--report compare --report json', 'the only reporter'],
  ['--report compare --update', 'leave --update out'],
  ['--target live --retry 1', '--retry would make things'],
  ['--target live --bail', 'the clean-up always runs'],
  ['--target live --changed', 'name pages instead'],
  ['--target live --watch', '--watch would use a real account'],
  ['--target live --shard 1/2', '--shard would clean up'],
  ['--update --plan', '--plan runs nothing'],
  ['--update --watch', '--update writes once'],
  ['--record -t x', '--record writes whole pages'],
  ['--update --locale ja', 'leave --locale out'],
  ['--update --shard 1/2', '--shard takes apart'],
])('%s does not: %s', (line, reason) => {
  expect(optionConflict(parsed(...line.split(' ')))).toContain(reason);
});
