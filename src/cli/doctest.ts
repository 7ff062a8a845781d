import { resolve } from 'node:path';
import type { Command } from 'commander';
import { changedFiles, makePlan, type Plan, planText, type ReadCache, touchedBy } from '../doctest/index.ts';
import { say } from '../language/index.ts';
import { formatProblem } from '../procedure/index.ts';
import { InputError, UsageError } from '../project/index.ts';
import { optionConflict } from './doctest-conflicts.ts';
import { type DoctestOptions, shellOf, withDoctestOptions } from './doctest-options.ts';
import { PASSED, USAGE_ERROR } from './exit-codes.ts';
import { finishInterrupted } from './interrupted.ts';
import { planWithValues } from './page-variables.ts';
import { readCacheOf } from './parse-cache.ts';
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
  assertCompatible(options);
  // Its code, and that of the threads, is loaded while the files are found.
  const running = options.plan
    ? undefined
    : import('./doctest-run.ts').then(({ beginRun }) => beginRun(options));
  const reporting = await openReporting(options);
  const parse = (await running)?.parse;
  const cache = readCacheOf(resolve(options.root), options.cache, { parse, packs: !options.plan });
  const remake = (): Promise<Plan> => planned(pages, options, cache);
  const plan = await planOrReport(remake, options, reporting);
  for (const warning of plan.warnings ?? []) console.error(formatProblem(warning));
  const { problems = [] } = plan;
  if (problems.length > 0)
    console.error(
      new InputError(problems, say`The pages concerned, and those that build on them, are not run.`).message,
    );
  const exitCode = problems.length > 0 ? USAGE_ERROR : PASSED;
  if (!running) {
    console.log(planText(plan));
    return exitCode;
  }
  return Math.max(exitCode, await (await running).run(plan, { reporting, remake }));
}

/** @throws UsageError for options that do not go together */
function assertCompatible(options: DoctestOptions): void {
  const refused = optionConflict(options);
  if (refused) throw new UsageError(refused);
}

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
  make: () => Promise<Plan>,
  { target, seed = '', ...options }: DoctestOptions,
  reporting: Reporting,
): Promise<Plan> {
  try {
    return await make();
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

async function planned(pages: readonly string[], options: DoctestOptions, cache: ReadCache): Promise<Plan> {
  const { root, locale, shard } = options;
  if (!options.plan) finishInterrupted(root);
  const isLive = options.target === 'live';
  const withPrerequisites = isLive || options.record || options.update;
  const whole = await makePlan({
    root: resolve(root),
    cwd: process.cwd(),
    pages,
    locales: locale,
    shard,
    withPrerequisites,
    cleansUpAlone: isLive && !options.record,
    withCleanUp: isLive,
    inOneLocale: isLive,
    // Whole courses are cleaned up, recorded and updated, or none; a watch tells of problems itself.
    inPart: !withPrerequisites && !options.watch,
    cache,
  });
  const plan = planWithValues(whole, options);
  return options.changed === undefined ? plan : changedOnly(plan, options.changed);
}

/** Keeps the pages that differ from a git revision, and those that require them or use their account. */
function changedOnly(plan: Plan, changed: string | true): Plan {
  const files = changedFiles(plan.root, changed === true ? 'HEAD' : changed);
  const touched = new Set(files.flatMap((file) => touchedBy(file, plan.pages)));
  return { ...plan, pages: plan.pages.filter(({ page }) => touched.has(page.file)) };
}
