import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { homesWith, LIVE, OWN, type PosingAws, poseAsAws, type Variables } from './fake-aws-server.ts';
import { contents, projectRoot } from './tejun.ts';

let aws: PosingAws;
/** Homes that earlier runs left: these were killed with all their processes. */
let leftBefore: readonly string[];

beforeAll(async () => {
  aws = await poseAsAws();
  leftBefore = homesWith(aws.key.AWS_SECRET_ACCESS_KEY);
});

afterAll(() => aws.close());

function copyOfPages(): string {
  const project = mkdtempSync(join(tmpdir(), 'live-project-'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  // Another suite may just run in the original, which then has the logbook of that run.
  const filter = (file: string): boolean => !file.includes('.tejun-live');
  cpSync(join(projectRoot, 'test/fixtures/live/project'), project, { recursive: true, filter });
  return project;
}

interface Run {
  /** Its process, which leads a group of its own as in a terminal. */
  readonly child: ChildProcess;
  readonly printed: () => string;
  /** Resolves when a text has been printed. */
  until(text: RegExp): Promise<void>;
  /** Sends a signal as a terminal does: all processes of the run get it. */
  signal(signal: NodeJS.Signals): void;
  /** @returns the exit code */
  over(): Promise<number | null>;
}

function begin(project: string, args: readonly string[], env: Variables = {}): Run {
  const command = [join(projectRoot, 'bin/tejun.js'), ...LIVE, '--account-id', OWN, ...args];
  const child = spawn(process.execPath, command, {
    cwd: project,
    env: { ...process.env, ...aws.machine, ...aws.key, NO_COLOR: '1', ...env },
    detached: true,
  });
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(-(child.pid ?? 0), name);
    } catch {
      // It is over.
    }
  };
  onTestFinished(() => signal('SIGKILL'));
  const closed = once(child, 'close');
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
  return {
    child,
    signal,
    printed: () => printed,
    until: (text) => vi.waitFor(() => expect(printed).toMatch(text), { timeout: 60_000, interval: 20 }),
    over: async () => (await closed)[0],
  };
}

const WAITING = /waiting {2}docs\/waiting\/page\.mdx:16: \d/;
const CLEANED_UP = '✓ ja  waiting/clean-up';
const LEFT = 'NOT CLEANED UP';

/** Homes are removed by a process of their own. */
const noKeyStays = (): Promise<void> =>
  vi.waitFor(() => expect(homesWith(aws.key.AWS_SECRET_ACCESS_KEY)).toEqual(leftBefore), 20_000);

describe('a run in a real account', { timeout: 180_000 }, () => {
  test.each(['SIGINT', 'SIGHUP'] as const)(
    'that gets %s from its terminal, and again from npm, still cleans up',
    async (signal) => {
      const project = copyOfPages();
      const run = begin(project, ['waiting']);
      await run.until(WAITING);
      run.signal(signal);
      run.child.kill(signal);
      expect(await run.over()).toBe(1);
      expect(run.printed()).toContain('Stopping: only clean-up is still run.');
      expect(run.printed()).toContain('the run was interrupted');
      expect(run.printed()).toContain(CLEANED_UP);
      expect(run.printed()).not.toContain(LEFT);
      expect(existsSync(join(project, '.tejun-live'))).toBe(false);
      await noKeyStays();
    },
  );

  test('that is stopped before AWS has answered says that nothing was run', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void silent.close());
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const asked = once(silent, 'connection');
    const project = copyOfPages();
    const run = begin(project, ['waiting'], { HTTPS_PROXY: `http://127.0.0.1:${port}` });
    const [socket] = await asked;
    run.signal('SIGTERM');
    expect(await run.over()).toBe(143);
    socket.destroy();
    expect(run.printed().trim()).toBe('Stopped: nothing was run.');
    expect(existsSync(join(project, '.tejun-live'))).toBe(false);
  });

  test('that is stopped while its pages are made ready leaves nothing to be put away', async () => {
    const project = copyOfPages();
    const run = begin(project, ['waiting']);
    await run.until(/^Account/m);
    run.signal('SIGTERM');
    expect(await run.over()).not.toBe(0);
    expect(run.printed()).not.toContain(LEFT);
    expect(existsSync(join(project, '.tejun-live'))).toBe(false);
  });

  test('that is stopped twice ends at once, and says what stays', async () => {
    const run = begin(copyOfPages(), ['stuck']);
    await run.until(/waiting {2}docs\/stuck\/page\.mdx/);
    run.signal('SIGINT');
    await run.until(/Stopping/);
    await delay(1_200); // sooner it would be the same one
    run.signal('SIGINT');
    expect(await run.over()).toBe(1);
    expect(run.printed()).toContain(`what the pages of stuck made in account ${OWN} may still be there`);
    expect(run.printed()).toContain(`--target live --account-id ${OWN} stuck/clean-up`);
    await noKeyStays();
  });

  test('that is killed is cleaned up by a later one', async () => {
    const project = copyOfPages();
    const before = contents(project);
    const run = begin(project, ['waiting']);
    await run.until(WAITING);
    run.signal('SIGKILL');
    await run.over();
    await noKeyStays();
    // The rest is no secret: a folder that names a course.
    expect(Object.entries(contents(project)).filter(([file]) => !(file in before))).toEqual([
      [expect.stringMatching(/\.tejun-live\/[^/]+\/begun-waiting$/), ''],
    ]);

    const later = begin(project, ['waiting/clean-up']);
    expect(await later.over()).toBe(0);
    expect(later.printed()).toMatch(
      /NOT CLEANED UP: a run of \d{4}-.*Z was ended; what the pages of waiting/,
    );
    expect(later.printed()).toContain(CLEANED_UP);
    expect(later.printed()).not.toContain('waiting/page  (');
    expect(existsSync(join(project, '.tejun-live'))).toBe(false);
  });

  test('waits at an <Elapse> to its end', async () => {
    const run = begin(copyOfPages(), ['short']);
    expect(await run.over()).toBe(0);
    expect(run.printed()).toContain('waiting  docs/short/page.mdx:9: 0:02 left');
    expect(run.printed()).toMatch(/steps {2}3 passed \(3 steps, 1 compared\)\n/);
  });
});
