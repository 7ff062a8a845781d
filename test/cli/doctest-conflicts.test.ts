import { expect, test } from 'vitest';
import { optionConflict } from '../../src/cli/doctest-conflicts.ts';
import { parsed } from './doctest-parsed.ts';

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
