/** Runs in Vitest's worker: a page as a suite, its steps as tests. */
import { afterAll, beforeAll, describe, type TestContext, test } from 'vitest';
import {
  type Ahead,
  beginPage,
  describeStep,
  type PageFailure,
  type PageRun,
  type PageTask,
  type RecordedPage,
  reportBlocked,
  reportOutcome,
  type StepReport,
} from '../../src/doctest/run/index.ts';
import { StepFailure } from './step-failure.ts';

declare module 'vitest' {
  interface TaskMeta {
    tejun?: StepReport;
    /** Of a page. */
    tejunRecorded?: RecordedPage;
  }
}

/** A step that names no timeout may take 30 s; Vitest must wait longer than the shell does. */
const STEP_MS = 60_000;

// Nobody is left to tell: what still runs or waits must not outlive whoever asked for it.
process.once('disconnect', () => process.exit(1));

export interface PageModule extends PageTask {
  /** Absolute path of the page. */
  readonly path: string;
}

/** `ahead`: the whole run, whose chains need not wait for their turn. */
export function definePage(module: PageModule, ahead?: Ahead): void {
  const { page } = module;
  describe(page.title, { concurrent: false, shuffle: false, timeout: patience(module) }, () => {
    if (page.steps.length === 0) {
      test('has no steps', () => undefined);
      return;
    }
    let run: PageRun | undefined;
    let untold: PageFailure | undefined;
    beforeAll(async () => {
      run = await beginPage(module, ahead);
      untold = run.blocked;
    }, patience(module));
    // biome-ignore lint/correctness/noEmptyPattern: Vitest demands a pattern here, as for fixtures
    afterAll(async ({}, suite) => {
      suite.meta.tejunRecorded = await run?.end();
      run = undefined; // Vitest keeps a file's functions: a run kept with them would keep its shell and its files
    });
    for (const [index, step] of page.steps.entries()) {
      const { id, command } = describeStep(step);
      test(`${index + 1} ${id}: ${command.split('\n')[0]}`, async (context) => {
        // Not the first step of the page: a filter may have left that out.
        const blocked = untold;
        untold = undefined;
        await runStep(run, module, index, context, blocked);
      });
    }
  });
}

async function runStep(
  run: PageRun | undefined,
  { page, path }: PageModule,
  index: number,
  context: TestContext,
  blocked: PageFailure | undefined,
) {
  const step = page.steps[index];
  if (!run || !step) return;
  if (step.role === 'elapse') await context.annotate('time passes');
  const report =
    blocked !== undefined ? reportBlocked(step, blocked) : reportOutcome(step, await run.step(index));
  context.task.meta.tejun = report;
  if (report.status === 'skipped') context.skip(report.reason);
  if (report.status === 'failed') throw new StepFailure(report, path);
}

function patience({ page, prerequisites }: PageTask): number {
  const steps = [...prerequisites, page].flatMap(({ steps }) => steps);
  return steps.reduce(
    (sum, step) =>
      sum +
      STEP_MS +
      (('timeoutMs' in step && step.timeoutMs) || 0) +
      ('durationMs' in step ? step.durationMs : 0),
    STEP_MS,
  );
}
