import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doctestFixtures, tejun } from './tejun.ts';

test('a name pattern that matches no step is a mistake, not a success', async () => {
  const run = await tejun(
    ['doctest', '--root', 'project', '-t', 'nothing is called so'],
    join(doctestFixtures, 'passing'),
  );
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('No step that can be run has a name matching "nothing is called so"');
});
