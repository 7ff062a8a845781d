import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'vitest';
import { projectRoot, tejun } from './tejun.ts';

const fixture = join(projectRoot, 'test/fixtures/broken-thread');

const BREAKS = `--import ${pathToFileURL(join(fixture, 'break-thread.js'))}`;

/** Runs pages in a thread that breaks at the page `course/breaks`. */
async function broken(way: string) {
  const args = ['doctest', '--root', 'project', '--reporter', 'json'];
  const { stdout, exitCode } = await tejun(args, fixture, { NODE_OPTIONS: BREAKS, BREAK: way });
  const { pages } = JSON.parse(stdout) as {
    pages: { page: string; steps: { status: string; reason?: string }[] }[];
  };
  const steps = pages.flatMap(({ page, steps }) =>
    steps.map(({ status, reason }) => `${page} ${status}${reason ? `: ${reason}` : ''}`),
  );
  return { steps, exitCode };
}

const PASSES = ['course/passes passed', 'course/passes passed'];
const notRun = (reason: string): string[] => {
  const place = 'docs/course/breaks.mdx';
  return [
    `course/builds-on-it failed: The page was not run, because ${place}:5, on which it builds, failed: ${reason}`,
    `course/builds-on-it skipped: It was not run: ${place}:5, on which it builds, failed.`,
  ];
};

describe.concurrent('a thread that breaks', () => {
  test.for([
    ['exits', 'The thread that runs pages ended with exit code 9.'],
    ['throws', 'broken on purpose'],
    ['blocks', 'It did not end within 15 s, and could not be stopped.'],
  ] as const)('%s: its page has failed, others run in another thread', async ([way, reason], { expect }) => {
    const { steps, exitCode } = await broken(way);
    expect(steps).toEqual([
      `course/breaks failed: ${reason}`,
      'course/breaks skipped: an earlier step ended the run of its page',
      ...notRun(reason),
      ...PASSES,
    ]);
    expect(exitCode).toBe(1);
  });

  test.for([
    ['exits', 'The thread that runs pages ended with exit code 9.'],
    ['throws', 'broken on purpose'],
  ] as const)(
    '%s while it parses: that is a problem of the page, others run',
    async ([way, reason], { expect, onTestFinished }) => {
      const env = { NODE_OPTIONS: BREAKS, BREAK: way, BREAK_AT: 'parse' };
      const args = [
        'doctest',
        '--root',
        'project',
        '--no-cache',
        '--reporter',
        'default',
        '--reporter',
        'json',
      ];
      const folder = await mkdtemp(join(tmpdir(), 'tejun-broken-'));
      onTestFinished(() => rm(folder, { recursive: true }));
      const report = join(folder, 'run.json');
      const run = await tejun([...args, '--output-file', `json=${report}`], fixture, env);
      expect(run.stderr).toContain(`docs/course/breaks.mdx:1:1  The parser broke over this page: ${reason}`);
      expect(run.stdout).toContain('course/passes  (2 steps');
      expect(run.exitCode).not.toBe(0);
      const { problems } = JSON.parse(await readFile(report, 'utf8'));
      expect(problems).toMatchObject([{ file: 'docs/course/breaks.mdx', code: 'broken-parser' }]);
    },
  );

  test('a step that is lost has failed', async ({ expect }) => {
    const { steps, exitCode } = await broken('loses');
    expect(steps.slice(0, 2)).toEqual([
      'course/breaks passed',
      expect.stringContaining('course/breaks failed: The step was planned, but the run did not report it'),
    ]);
    expect(steps.slice(-2)).toEqual(PASSES);
    expect(exitCode).toBe(1);
  });
});
