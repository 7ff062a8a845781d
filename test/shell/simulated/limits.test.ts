import { expect, test } from 'vitest';
import { limitReached } from '../../../src/shell/simulated/limits.ts';

test('the last line of stderr says which limit ended the run', () => {
  expect(
    limitReached(
      'a\nbash: maximum recursion depth (100) exceeded, increase executionLimits.maxCallDepth\n',
      126,
    ),
  ).toEqual({
    reason: 'stopped by a limit of the simulated shell: maximum recursion depth (100) exceeded',
    rest: 'a\n',
  });
});

test.each([
  ['another exit code', 'bash: too many iterations\n', 1],
  ['a command that cannot be run', 'bash: ./a: Permission denied\n', 126],
  ['a limit that is named earlier', 'limit exceeded\nPermission denied\n', 126],
  ['nothing', '', 126],
])('%s is no limit', (_, stderr, exitCode) => {
  expect(limitReached(stderr, exitCode)).toBeUndefined();
});
