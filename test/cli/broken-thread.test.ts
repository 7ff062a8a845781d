import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'vitest';
import { projectRoot, tejun } from './tejun.ts';

const fixture = join(projectRoot, 'test/fixtures/broken-thread');

/** Runs pages in a thread that breaks at the page `course/breaks`. */
async function broken(way: string) {
  const NODE_OPTIONS = `--import ${pathToFileURL(join(fixture, 'break-thread.js'))}`;
  const args = ['doctest', '--root', 'project', '--reporter', 'json'];
  const { stdout, exitCode } = await tejun(args, fixture, { NODE_OPTIONS, BREAK: way });
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
