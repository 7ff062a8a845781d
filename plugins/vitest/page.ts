/** Runs in Vitest's worker: a page as a suite, its steps as tests. Editors show a failure at the line of its file. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  beginPage,
  createSessionSlot,
  describeStep,
  failureMessage,
  type PageRun,
  type PageTask,
  reportBlocked,
  reportOutcome,
  type StepReport,
} from '../../src/doctest/engine/steps.ts';
import { formatProblem, type Problem } from '../../src/procedure/index.ts';

/** Longer than the shell lets a step run that names no timeout. */
const STEP_MS = 60_000;

const IN_SANDBOX = { target: 'sandbox', shell: 'simulated' } as const;
/** The page's values; the run's are the same for all. */
interface SuiteTask extends Omit<PageTask, 'target' | 'seed'> {
  /** Absolute path of the project. */
  readonly root: string;
}

/** Defines the suite of a page. */
export function definePage({ root, ...task }: SuiteTask): void {
  const { page, prerequisites } = task;
  const timeout = STEP_MS * (1 + prerequisites.reduce((sum, { steps }) => sum + steps.length, 1));
  // A step goes on where the one before it ended: no step can be run again alone.
  describe(page.title, { concurrent: false, shuffle: false, retry: 0, repeats: 0, timeout }, () => {
    // Vitest fails a suite without tests; a passed one would say that something was run.
    if (page.steps.length === 0) test.skip('has no steps', () => undefined);
    const slot = createSessionSlot();
    let run: PageRun;
    beforeAll(async () => {
      if (page.steps.length > 0)
        run = await beginPage(slot, { ...task, target: { ...IN_SANDBOX, root }, seed: 'tejun' });
    }, timeout);
    afterAll(() => slot.clear());
    for (const [index, step] of page.steps.entries()) {
      const { id, command } = describeStep(step);
      test(`${index + 1} ${id}: ${command.split('\n')[0]}`, async (context) => {
        const report = run.blocked
          ? reportBlocked(step, run.blocked)
          : reportOutcome(step, await run.step(index));
        if (report.status === 'skipped') context.skip(report.reason);
        if (report.status === 'failed') throw failureAt(join(root, report.file ?? page.file), report);
      });
    }
  });
}

/** Defines one failing test for each problem that keeps a page from being run. */
export function defineProblems({ root, problems }: { root: string; problems: readonly Problem[] }): void {
  for (const problem of problems) {
    test(`${problem.file} can be read (line ${problem.line})`, () => {
      throw withPlace(
        new Error(formatProblem(problem)),
        `${join(root, problem.file)}:${problem.line}:${problem.column}`,
      );
    });
  }
}

const failureAt = (path: string, report: StepReport): Error =>
  withPlace(new Error(failureMessage(report)), `${path}:${report.failedLine ?? report.line}:1`);

/** Reporters read the place of an error from its stack: it names the page, not our code. */
const withPlace = (error: Error, place: string): Error =>
  Object.assign(error, { stack: `${error.name}: ${error.message}\n    at ${place}` });
