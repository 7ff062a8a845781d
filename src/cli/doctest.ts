import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  changedFiles,
  createReadCache,
  makePlan,
  openPool,
  type Plan,
  type PreparedRun,
  planText,
  prepareRun,
  type ReadCache,
  type RunChoice,
  type RunnerPool,
  type RunPlanOptions,
  type RunReport,
  runPassed,
  runPlan,
  threadPool,
  touchedBy,
} from '../doctest/index.ts';
import { InputError, UsageError } from '../project/index.ts';
import { compare } from './doctest-compare.ts';
import { beginLiveRun, type LiveRun, takeSignals } from './doctest-live.ts';
import { type DoctestOptions, refusal, withDoctestOptions } from './doctest-options.ts';
import { watchPages } from './doctest-watch.ts';
import { writeAfter } from './doctest-writes.ts';
import { PAGE_FAILED, PASSED, USAGE_ERROR } from './exit-codes.ts';
import { finishInterrupted } from './interrupted.ts';
import { type Reporting, reportTo } from './report-to.ts';
import { chooseReporters } from './reporters.ts';

/** Configures `tejun doctest`; `exit` receives the exit code. */
export function configureDoctest(command: Command, exit: (code: number) => void): void {
  withDoctestOptions(command).action(async (pages: string[], options: DoctestOptions) => {
    exit(await doctest(pages, options));
  });
}

/** @throws UsageError where nothing can be run */
async function doctest(pages: readonly string[], options: DoctestOptions): Promise<number> {
  const signals = options.target === 'live' ? takeSignals() : undefined;
  demandSense(options);
  // Threads load their code while this one reads the pages.
  const pool = options.plan || shellOf(options) === 'bash' ? undefined : threadPool(availableParallelism());
  const reporting = await openReporting(options);
  const cache = createReadCache();
  const plan = await planOrReport(() => planned(pages, options, cache), options, reporting);
  if (options.plan) {
    console.log(planText(plan));
    return PASSED;
  }
  const prepared = await prepare(plan, { ...options, shell: shellOf(options) });
  const live = signals && beginLiveRun(plan, prepared, signals);
  for (const note of [...prepared.notes, ...(live?.notes ?? [])]) console.error(note);
  if (options.reporter?.includes('compare'))
    return await compare(plan, await prepare(plan, { target: 'recording', shell: 'simulated' }), prepared);
  return await run(plan, {
    options,
    prepared,
    live,
    reporting,
    pool: pool ?? (await openPool(prepared, availableParallelism())),
    remake: () => planned(pages, options, cache),
  });
}

/** @throws UsageError for options that do not go together */
function demandSense(options: DoctestOptions): void {
  const refused = refusal(options);
  if (refused) throw new UsageError(refused);
}

/** A real account needs a real bash; all else needs nothing but Node.js. */
const shellOf = ({ shell, target }: DoctestOptions): RunChoice['shell'] =>
  shell ?? (target === 'live' ? 'bash' : 'simulated');

/** @throws UsageError where two reporters would write to stdout */
async function openReporting({ reporter, outputFile, root, timings }: DoctestOptions): Promise<Reporting> {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY } = process.env;
  const chosen = chooseReporters(reporter, outputFile, GITHUB_ACTIONS === 'true');
  if (typeof chosen === 'string') throw new UsageError(chosen);
  const { stdout, stderr } = process;
  return reportTo(chosen, { stdout, stderr, root: resolve(root), timings, stepSummary: GITHUB_STEP_SUMMARY });
}

/** Makes the plan. Pages that cannot be read are in every report, as a run is that failed. */
async function planOrReport(
  make: () => Plan,
  { target, seed = '', ...options }: DoctestOptions,
  reporting: Reporting,
): Promise<Plan> {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) {
      const provenance = {
        date: new Date().toISOString(),
        target,
        shell: shellOf({ target, ...options }),
        cli: '',
        seed,
      };
      reporting.onEnd({ provenance, pages: [], errors: [], problems: error.problems, durationMs: 0 });
    }
    throw error;
  }
}

/** Finds what a run needs. @throws UsageError in the words of the writer */
function prepare(plan: Plan, choice: RunChoice): Promise<PreparedRun> {
  const machine = {
    now: new Date(),
    path: process.env.PATH ?? '',
    env: process.env,
    pid: process.pid,
    cores: availableParallelism(),
    aws: process.env.TEJUN_AWS,
  };
  return prepareRun(choice, machine, { root: plan.root, pages: idsOf(plan) });
}

function planned(pages: readonly string[], options: DoctestOptions, cache: ReadCache): Plan {
  const { root, locale, shard } = options;
  if (!options.plan) finishInterrupted(root);
  const isLive = options.target === 'live';
  const withPrerequisites = isLive || options.record || options.update;
  const plan = makePlan({
    root: resolve(root),
    cwd: process.cwd(),
    pages,
    locales: locale,
    shard,
    withPrerequisites,
    cleansUpAlone: isLive && !options.record,
    withCleanUp: isLive,
    inOneLocale: isLive,
    cache,
  });
  return options.changed === undefined ? plan : changedOnly(plan, options.changed);
}

/** Keeps the pages that differ from a git revision, and those that require them or use their account. */
function changedOnly(plan: Plan, changed: string | true): Plan {
  const files = changedFiles(plan.root, changed === true ? 'HEAD' : changed);
  const touched = new Set(files.flatMap((file) => touchedBy(file, plan.pages)));
  return { ...plan, pages: plan.pages.filter(({ page }) => touched.has(page.file)) };
}

const idsOf = ({ pages }: Plan): string[] =>
  pages.flatMap(({ page, prerequisites }) => [page, ...prerequisites].map(({ id }) => id));

interface Run {
  readonly options: DoctestOptions;
  readonly prepared: PreparedRun;
  readonly live?: LiveRun;
  readonly reporting: Reporting;
  readonly pool: RunnerPool;
  remake(): Plan;
}

async function run(plan: Plan, { options, prepared, live, reporting, pool, remake }: Run): Promise<number> {
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
  if (options.watch) return watchPages(plan, { ...running, remake, onEnd: reporting.onEnd });
  if (plan.pages.length === 0) {
    console.error(whyNoPage(options));
    reporting.onEnd({ provenance: prepared.provenance, pages: [], errors: [], durationMs: 0 });
    return PASSED;
  }
  live?.onStart();
  try {
    const report = await runPlan(plan, running);
    reporting.onEnd(report);
    live?.onEnd(report);
    const exitCode = Math.max(exitCodeOf(report, namePattern), writeAfter(plan, report, options));
    return Math.max(exitCode, live?.end() ?? PASSED);
  } finally {
    await pool.close();
  }
}

function whyNoPage({ changed, shard }: DoctestOptions): string {
  if (changed !== undefined)
    return `No page differs from ${changed === true ? 'HEAD' : changed}, and none requires one that does.`;
  return `Shard ${shard?.index}/${shard?.count} has no page: there are fewer chains of pages than shards.`;
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
  console.error(`No step that can be run has a name matching "${namePattern}". --plan lists the steps.`);
  return USAGE_ERROR;
}
