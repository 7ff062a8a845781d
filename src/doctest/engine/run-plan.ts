import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Step } from '../../procedure/index.ts';
import type { Plan, PlannedPage } from '../plan/types.ts';
import { fillMissingSteps } from '../report/fill-missing-steps.ts';
import { keptReport } from '../report/kept-report.ts';
import { describeStep, nameFilter } from '../report/step.ts';
import { pageFailed } from '../report/totals.ts';
import type { PageReport, RunReport, StepReport } from '../report/types.ts';
import type { PreparedRun } from '../targets/prepare.ts';
import type { RunnerPool } from './runner-pool.ts';
import type { PageRunner, PageTask, StepEvents } from './types.ts';

export interface RunPlanOptions {
  /** Target and shell of the steps. */
  readonly run: PreparedRun;
  readonly pool: RunnerPool;
  /** A regular expression: only steps whose name matches are reported as run. */
  readonly namePattern?: string;
  /** Number of failed pages after which no other page is begun. */
  readonly bail?: number;
  /** Number of times that a failed page is run again, each time in a new session. */
  readonly retry?: number;
  /** Called before a step. @returns a function to call after it */
  onStep?(page: Page, step: Step): (() => void) | undefined;
  /** Called for each page, in the order of the plan. */
  onPage?(report: PageReport): void;
}

/** Runs the pages of a plan: chains side by side where the pool has several runners, reports in the plan's order. */
export async function runPlan(plan: Plan, options: RunPlanOptions): Promise<RunReport> {
  const start = performance.now();
  const reports = inOrder(plan.pages, (report) => options.onPage?.(report));
  const tasks = taskMaker(plan, options);
  const queue = chainsOf(plan.pages);
  let failed = 0;
  const runChain = async (runner: PageRunner, chain: readonly PlannedPage[]): Promise<void> => {
    for (const planned of chain) {
      const isOver = options.bail !== undefined && failed >= options.bail;
      const report = isOver
        ? notBegun(planned, failed)
        : await runPage(runner, planned, tasks(planned), options);
      if (!isOver && pageFailed(report)) failed += 1;
      reports.add(planned, report);
    }
    await runner.endSession();
  };
  await Promise.all(
    options.pool.runners(queue).map(async (runner) => {
      for (let chain = queue.shift(); chain; chain = queue.shift()) await runChain(runner, chain);
    }),
  );
  return {
    provenance: options.run.provenance,
    pages: reports.all,
    errors: [],
    durationMs: performance.now() - start,
  };
}

/** Pages that share a session, in the order of the plan. */
function chainsOf(pages: readonly PlannedPage[]): PlannedPage[][] {
  const chains = new Map<string, PlannedPage[]>();
  for (const planned of pages) {
    const chain = chains.get(planned.chain);
    if (chain) chain.push(planned);
    else chains.set(planned.chain, [planned]);
  }
  return [...chains.values()];
}

/** Runs a page, again where it fails and may; each step that was planned is in the report. */
async function runPage(
  runner: PageRunner,
  planned: PlannedPage,
  task: PageTask,
  { onStep, retry = 0 }: RunPlanOptions,
): Promise<PageReport> {
  const attempt = async (): Promise<PageReport> => {
    const events = stepEvents(task, onStep);
    try {
      return complete(planned, task, await runner.run(task, events));
    } finally {
      events.over();
    }
  };
  let report = await attempt();
  const earlier: StepReport[] = [];
  for (let attempts = 2; pageFailed(report) && attempts <= retry + 1; attempts += 1) {
    earlier.push(...report.steps.filter(({ status }) => status === 'failed'));
    await runner.endSession();
    report = { ...(await attempt()), retried: { attempts, failures: earlier } };
  }
  return report;
}

/** Calls what `onStep` returned when its step is over, also when that is never reported. */
function stepEvents(
  { page }: PageTask,
  onStep: RunPlanOptions['onStep'],
): StepEvents & { /** No step runs any more. */ over(): void } {
  let after: (() => void) | undefined;
  let running = -1;
  const end = (): void => {
    after?.();
    after = undefined;
  };
  return {
    began: (index) => {
      end();
      running = index;
      const step = page.steps[index];
      after = step && onStep?.(page, step);
    },
    // The end of a step may be told when another one runs already.
    ended: (index) => {
      if (index === running) end();
    },
    over: end,
  };
}

function complete(planned: PlannedPage, { chosen }: PageTask, report: PageReport): PageReport {
  if (!chosen) return fillMissingSteps(planned, report);
  const isChosen = new Set(chosen);
  const filtered = planned.page.steps.flatMap((step, index) =>
    isChosen.has(index) ? [] : [skipped(step, 'its name does not match the filter')],
  );
  return fillMissingSteps(planned, { ...report, steps: [...report.steps, ...filtered] });
}

function notBegun({ page }: PlannedPage, failed: number): PageReport {
  const reason = `--bail: it was not run after ${failed === 1 ? 'a page' : `${failed} pages`} had failed`;
  const steps = page.steps.map((step) => skipped(step, reason));
  return { page: page.id, locale: page.locale, file: page.file, steps, errors: [] };
}

const skipped = (step: Step, reason: string): StepReport => ({
  ...describeStep(step),
  status: 'skipped',
  durationMs: 0,
  reason,
});

function taskMaker(plan: Plan, { run, namePattern }: RunPlanOptions): (planned: PlannedPage) => PageTask {
  const { target, seed, updatesExamples } = run;
  const isChosen = namePattern === undefined ? undefined : nameFilter(namePattern);
  const accounts = new Map<string, string>();
  const accountText = (file: string): string => {
    const text = accounts.get(file) ?? readFileSync(join(plan.root, file), 'utf8');
    accounts.set(file, text);
    return text;
  };
  return ({ page, prerequisites, chain, accountFile }) => {
    const text = page.steps.length > 0 ? accountText(accountFile) : '';
    const chosen = isChosen && [...page.steps.keys()].filter((index) => isChosen(page, index));
    return {
      page,
      prerequisites,
      chain,
      account: { text, file: accountFile },
      target,
      seed,
      updatesExamples,
      chosen,
    };
  };
}

/** Gives reports away in the order of the plan, as soon as all before them are there. */
function inOrder(pages: readonly PlannedPage[], give: (report: PageReport) => void) {
  const waiting = new Map<PlannedPage, PageReport>();
  const all: PageReport[] = [];
  return {
    all,
    add: (planned: PlannedPage, report: PageReport): void => {
      waiting.set(planned, report);
      for (let next = pages[all.length]; next; next = pages[all.length]) {
        const known = waiting.get(next);
        if (!known) return;
        waiting.delete(next);
        all.push(keptReport(next, known));
        give(known);
      }
    },
  };
}
