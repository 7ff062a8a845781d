import { expect, test } from 'vitest';
import { isStruck, StruckError, startUnstruck } from '../../../src/shell/bash/struck.ts';

/** Starts that fail with these errors, one after the other, and then succeed. */
function starts(...errors: readonly Error[]) {
  const left = [...errors];
  let count = 0;
  return {
    start: async () => {
      count += 1;
      const error = left.shift();
      if (error) throw error;
      return 'started';
    },
    count: () => count,
  };
}

test('what a signal for the group has struck is started again', async () => {
  const { start, count } = starts(new StruckError('SIGTERM'));
  expect(await startUnstruck(start)).toBe('started');
  expect(count()).toBe(2);
});

test('what fails by itself is not, nor what is struck again and again', async () => {
  const broken = starts(new Error('no such file'));
  await expect(startUnstruck(broken.start)).rejects.toThrow('no such file');
  expect(broken.count()).toBe(1);
  const struck = starts(...[1, 2, 3].map((time) => new StruckError(`${time}`)));
  await expect(startUnstruck(struck.start)).rejects.toThrow('3');
});

test.each([
  ['SIGTERM', true],
  ['SIGHUP', true],
  [143, true],
  [130, true],
  ['SIGKILL', false],
  [1, false],
  [null, false],
])('a process that ended by %j: %j', (end, expected) => {
  expect(isStruck(end)).toBe(expected);
});
