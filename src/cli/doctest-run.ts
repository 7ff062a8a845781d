import { availableParallelism } from 'node:os';
import {
  blockedReport,
  factsOf,
  openPool,
  type PageParser,
  type Plan,
  type PreparedRun,
  planForRun,
  type RunnerPool,
  type RunPlanOptions,
  type RunReport,
  runPassed,
  runPlan,
  threadPool,
} from '../doctest/index.ts';
import { say } from '../language/index.ts';
import { hookIntoLiveRun, type LiveHooks, takeSignals } from './doctest-live.ts';
import { type DoctestOptions, shellOf } from './doctest-options.ts';
import { PAGE_FAILED, PASSED, USAGE_ERROR } from './exit-codes.ts';
import { prepare } from './prepare.ts';
import type { Reporting } from './report-to.ts';

interface RunSettings {
  readonly reporting: Reporting;
  /** Makes the plan again, from the files as they are. */
  remake(): Promise<Plan>;
}

/** A run that has begun before its plan is known: signals are answered, and a thread loads its code. */
export interface BegunRun {
  /** Parses pages where they will run; absent where that is no thread. */
  readonly parse?: PageParser;
  /** Runs the plan. @returns the exit code */
  run(plan: Plan, settings: RunSettings): Promise<number>;
}

export function beginRun(options: DoctestOptions): BegunRun {
  const signals = options.target === 'live' ? takeSignals() : undefined;
  const threads = shellOf(options) === 'bash' ? undefined : threadPool(availableParallelism());
  const run: BegunRun['run'] = async (whole, { reporting, remake }) => {
    const prepared = await prepare(whole, { ...options, shell: shellOf(options) });
    const adapt = (plan: Plan): Plan => planForRun(plan, factsOf(prepared));
    const plan = adapt(whole);
    const live = signals && hookIntoLiveRun(plan, prepared, signals);
    for (const note of [...prepared.notes, ...(live?.notes ?? [])]) console.error(note);
    if (options.reporter?.includes('compare')) {
      const recording = await prepare(plan, { target: 'recording', shell: 'simulated' });
      return (await import('./doctest-compare.ts')).compare(plan, recording, prepared);
    }
    const pool = threads ?? (await openPool(prepared, availableParallelism()));
    return runPages(plan, {
      ...{ options, prepared, live, pool, reporting },
      remake: async () => adapt(await remake()),
    });
  };
  return { parse: threads?.parse, run };
}

interface Run extends RunSettings {
  readonly options: DoctestOptions;
  readonly prepared: PreparedRun;
  readonly live?: LiveHooks;
  readonly pool: RunnerPool;
}

async function runPages(
  plan: Plan,
  { options, prepared, live, reporting, pool, remake }: Run,
): Promise<number> {
  const { testNamePattern: namePattern, bail, retry } = options;
  const running: RunPlanOptions = {
    run: prepared,
    pool,
    namePattern,
    bail: bail === true ? 1 : bail,
    retry,
    onStep: (page, step) => {
      reporting.onStep(page, step);
      return live?.onStep?.(page, step);
    },
    onPage: reporting.onPage,
  };
  if (options.watch) {
    const { watchPages } = await import('./doctest-watch.ts');
    return watchPages(plan, { ...running, remake, onEnd: reporting.onEnd });
  }
  if (plan.pages.length === 0) {
    console.error(whyNoPage(options));
    reporting.onEnd({ provenance: prepared.provenance, pages: [], errors: [], durationMs: 0 });
    return PASSED;
  }
  live?.onStart();
  // Threads give their memory back before the report takes as much.
  const ran = await runPlan(plan, running).finally(() => pool.close());
  const report = withStopped(plan, ran);
  reporting.onEnd(report);
  live?.onEnd(report);
  const exitCode = Math.max(exitCodeOf(report, namePattern), await written(plan, report, options));
  return Math.max(exitCode, live?.end() ?? PASSED);
}

/** Pages that a problem stops are in the report, as pages that failed. */
function withStopped({ problems = [], blocked = [] }: Plan, report: RunReport): RunReport {
  if (problems.length === 0) return report;
  return { ...report, problems, pages: [...report.pages, ...blocked.map(blockedReport)] };
}

function whyNoPage({ changed, shard }: DoctestOptions): string {
  if (changed !== undefined)
    return say`No page differs from ${changed === true ? 'HEAD' : changed}, and none requires one that does.`;
  return say`Shard ${shard?.index}/${shard?.count} has no page: there are fewer chains of pages than shards.`;
}

/** Writes what was asked for, with code that other runs do not load. @returns the exit code that it demands */
async function written(plan: Plan, report: RunReport, options: DoctestOptions): Promise<number> {
  if (!options.update && !options.record) return PASSED;
  return (await import('./doctest-writes.ts')).writeAfter(plan, report, options);
}

/** A pattern that matches nothing is a mistake, not a success. */
function exitCodeOf(report: RunReport, namePattern: string | undefined): number {
  if (!runPassed(report)) return PAGE_FAILED;
  if (
    namePattern === undefined ||
    report.pages.some(({ steps }) => steps.some(({ status }) => status === 'passed'))
  ) {
    return PASSED;
  }
  console.error(say`No step that can be run has a name matching "${namePattern}". --plan lists the steps.`);
  return USAGE_ERROR;
}
