import { expect, test } from 'vitest';
import { main } from '../../src/cli/index.ts';
import { doctestFixtures, tejun } from './tejun.ts';

test('no subcommand: the help, and exit code 2', async () => {
  const run = await tejun([], doctestFixtures);
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('doctest');
});

test('an unknown subcommand: exit code 2', async () => {
  const run = await tejun(['doctset'], doctestFixtures);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr).toContain('doctest');
});

test('--help: exit code 0, and on stdout', async () => {
  const run = await tejun(['doctest', '--help'], doctestFixtures);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.stdout).toContain('--shard');
});

test('main tells its exit code and does not exit', async () => {
  expect(await main(['doctest', '--root', `${doctestFixtures}/throws/no-pages/project`])).toBe(2);
});
