import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { doctestFixtures, projectRoot, tejun, withoutTimes } from './tejun.ts';

const fixtures = join(projectRoot, 'test/fixtures/in-bash');
const IN_BASH = ['--shell', 'bash', '--aws', join(fixtures, 'aws')];

async function report(args: readonly string[], directory: string) {
  const { stdout, stderr, exitCode } = await tejun(['doctest', '--reporter', 'json', ...args], directory);
  const { provenance, ...rest } = JSON.parse(withoutTimes(stdout));
  return { exitCode, stderr, provenance, rest };
}

describe('--shell bash', () => {
  // What is printed is the same as well: it stands in the reasons.
  test.each(['failing', 'broken-prelude', 'passing'])(
    'says of %s what the simulated shell says',
    async (name) => {
      const directory = join(doctestFixtures, name, 'project');
      const [simulated, bash] = [await report([], directory), await report(IN_BASH, directory)];
      expect(bash.rest).toEqual(simulated.rest);
      expect(bash.exitCode).toBe(simulated.exitCode);
      expect(bash.provenance).toMatchObject({ shell: 'bash', cli: 'aws-cli/2.99.0 of-a-test' });
    },
  );

  test('survives a CLI that misbehaves, and says what it did', async () => {
    const { exitCode, rest } = await report(IN_BASH, join(fixtures, 'project'));
    const steps = rest.pages[0].steps.map(({ id, status, reason = '' }: Record<string, string>) => [
      id,
      status,
      reason,
    ]);
    expect(exitCode).toBe(1);
    expect(steps).toEqual([
      ['version', 'passed', ''],
      ['garbage', 'failed', expect.stringContaining('the output is not')],
      ['hangs', 'failed', 'stopped after 400 ms: it took longer than its time-out'],
      ['dies', 'failed', expect.stringContaining('exit code 139')],
      ['floods', 'failed', expect.stringContaining('printed without end')],
      ['sound', 'passed', ''],
    ]);
  });

  test('without an aws is refused in one line', async () => {
    const run = await tejun(['doctest', '--shell', 'bash', '--aws', '/none'], join(fixtures, 'project'));
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr.split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch('apt-get install awscli');
  });

  test('is what --aws is for', async () => {
    const run = await tejun(['doctest', '--aws', '/none'], join(fixtures, 'project'));
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch('--shell bash');
  });

  test.skipIf(!existsSync('/proc/self'))(
    'leaves nothing running when it is killed',
    async () => {
      const args = [join(projectRoot, 'bin/tejun.js'), 'doctest', ...IN_BASH];
      const runner = spawn(process.execPath, args, { cwd: join(fixtures, 'waiting'), stdio: 'ignore' });
      await eventually(() => isRunning('sleep 86399.4242'));
      runner.kill('SIGKILL');
      await eventually(() => !isRunning('sleep 86399.4242'));
    },
    120_000,
  );
});

/** Waits for what must come about soon, however busy the machine is. */
async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 6_000; tries++) await delay(10);
  expect(holds()).toBe(true);
}

function isRunning(command: string): boolean {
  return readdirSync('/proc').some((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').startsWith(command);
    } catch {
      return false;
    }
  });
}
