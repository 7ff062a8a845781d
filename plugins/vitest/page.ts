/** Runs in Vitest's worker: a page as a suite, its steps as tests. */
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

/** Defines the suite of a page. @param path absolute path of the page, where editors show a failure */
export function definePage({ root, ...task }: SuiteTask, path: string): void {
  const { page, prerequisites } = task;
  const timeout = STEP_MS * (1 + prerequisites.reduce((sum, { steps }) => sum + steps.length, 1));
  describe(page.title, { concurrent: false, shuffle: false, timeout }, () => {
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
        if (report.status === 'failed') throw failureAt(path, report);
      });
    }
  });
}

/** Defines one failing test for each problem that keeps a page from being run. */
export function defineProblems(problems: readonly Problem[], path: string): void {
  for (const problem of problems) {
    test(`${problem.file} can be read (line ${problem.line})`, () => {
      throw withPlace(new Error(formatProblem(problem)), `${path}:${problem.line}:${problem.column}`);
    });
  }
}

const failureAt = (path: string, report: StepReport): Error =>
  withPlace(new Error(failureMessage(report)), `${path}:${report.failedLine ?? report.line}:1`);

/** Reporters read the place of an error from its stack: it names the page, not our code. */
const withPlace = (error: Error, place: string): Error =>
  Object.assign(error, { stack: `${error.name}: ${error.message}\n    at ${place}` });
