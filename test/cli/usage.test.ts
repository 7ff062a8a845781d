import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/index.ts';
import { doctestFixtures, projectRoot, tejun } from './tejun.ts';

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

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  const passing = join(doctestFixtures, 'passing/project');

  test.each(['--help', 'doctest'])('`tejun %s`: told of once, without a stack; exit code 2', (command) => {
    const full = openSync('/dev/full', 'w');
    const run = spawnSync(process.execPath, [join(projectRoot, 'bin/tejun.js'), command], {
      cwd: passing,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(run).toMatchObject({
      status: 2,
      stderr: 'The output could not be written: ENOSPC: no space left on device, write.\n',
    });
  });

  test('a document: its file is named', async () => {
    const run = await tejun(['doctest', '--output-file', 'json=/dev/full'], passing);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toBe('/dev/full could not be written: ENOSPC: no space left on device, write.');
  });
});
