import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contents, doctestFixtures, projectRoot, tejun, withoutTimes } from './tejun.ts';

const fixtures = join(projectRoot, 'test/fixtures/in-bash');
const IN_BASH = ['--shell', 'bash', '--aws', join(fixtures, 'aws')];
/** Command that the CLI of the fixture becomes. */
const WAITING = 'sleep 86399.4242';

async function report(args: readonly string[], directory: string) {
  const { stdout, stderr, exitCode } = await tejun(['doctest', '--reporter', 'json', ...args], directory);
  const { provenance, ...rest } = JSON.parse(withoutTimes(stdout));
  return { exitCode, stderr, provenance, rest };
}

describe('--shell bash', () => {
  // The output is the same as well: the reasons contain it.
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
    'leaves nothing when it is killed: nothing running, nothing recorded, nothing that is not scrubbed',
    async () => {
      const project = mkdtempSync(join(tmpdir(), 'tejun-killed-'));
      onTestFinished(() => rmSync(project, { recursive: true }));
      cpSync(join(fixtures, 'waiting'), project, { recursive: true });
      const before = contents(project);
      const args = [join(projectRoot, 'bin/tejun.js'), 'doctest', '--record', ...IN_BASH];
      const runner = spawn(process.execPath, args, { cwd: project, stdio: 'ignore' });
      await eventually(() => processes().some(({ command }) => command.startsWith(WAITING)));
      const folders = foldersOf(runner.pid);
      expect(folders.map((folder) => existsSync(join(folder, 'journal')))).toContain(true);
      runner.kill('SIGKILL');
      await eventually(() => !processes().some(({ command }) => command.startsWith(WAITING)));
      await eventually(() => !folders.some(existsSync));
      expect(contents(project)).toEqual(before);
    },
    120_000,
  );
});

/** Waits for what must come about soon, however busy the machine is. */
async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 6_000; tries++) await delay(10);
  expect(holds()).toBe(true);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      return [{ pid: Number(pid), parent, command }];
    } catch {
      return []; // no process, or gone
    }
  });
}

/** Lists the folders of a runner's sessions on this machine, by the processes that tidy up after them. */
function foldersOf(runner: number | undefined): string[] {
  const all = processes();
  const descends = ({ parent }: Process): boolean =>
    parent === runner || all.some((other) => other.pid === parent && descends(other));
  return all.flatMap((one) => {
    const [, folder] = / tejun-reaper (\S+)/.exec(one.command) ?? [];
    return folder !== undefined && descends(one) ? [folder] : [];
  });
}
