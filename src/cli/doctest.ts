import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  createReadCache,
  makePlan,
  type Plan,
  type PreparedRun,
  planText,
  prepareRun,
  type ReadCache,
  type RunChoice,
  type RunReport,
  runPassed,
} from '../doctest/index.ts';
import { UsageError } from '../project/index.ts';
import { compare } from './doctest-compare.ts';
import { beginLiveRun, type LiveRun, takeSignals } from './doctest-live.ts';
import { type DoctestOptions, type RunReporterName, refusal, withDoctestOptions } from './doctest-options.ts';
import { writeAfter } from './doctest-writes.ts';
import { INTERRUPTED, PAGE_FAILED, PASSED, USAGE_ERROR } from './exit-codes.ts';
import { finishInterrupted } from './interrupted.ts';
import { reportTo } from './report-to.ts';

/** Of a run that a reporter tells of while it goes on. */
type ReportedOptions = DoctestOptions & { readonly reporter: RunReporterName };

/** Configures `tejun doctest`; `exit` receives the exit code. */
export function configureDoctest(command: Command, exit: (code: number) => void): void {
  withDoctestOptions(command).action(async (pages: string[], options: DoctestOptions) => {
    exit(await doctest(pages, options));
  });
}

async function doctest(pages: readonly string[], options: DoctestOptions): Promise<number> {
  const cache = createReadCache();
  const signals = options.target === 'live' ? takeSignals() : undefined;
  const plan = await orExplain(() => planned(pages, options, cache));
  if (!plan) return USAGE_ERROR;
  if (options.plan) {
    console.log(planText(plan));
    return PASSED;
  }
  // It takes as long to load as the AWS CLI to say its version.
  if (shellOf(options) === 'bash') import('../../plugins/vitest/index.ts').catch(() => undefined);
  const prepared = await prepare(plan, { ...options, shell: shellOf(options) });
  if (!prepared) return USAGE_ERROR;
  const live = signals && beginLiveRun(plan, prepared, signals);
  for (const note of [...prepared.notes, ...(live?.notes ?? [])]) console.error(note);
  if (options.reporter !== 'compare')
    return run(plan, () => planned(pages, options, cache), prepared, live, {
      ...options,
      reporter: options.reporter,
    });
  const recorded = await prepare(plan, { target: 'recording', shell: 'simulated' });
  return recorded ? compare(plan, recorded, prepared) : USAGE_ERROR;
}

/** A real account is for a real bash; all else needs nothing but Node.js. */
const shellOf = ({ shell, target }: DoctestOptions): RunChoice['shell'] =>
  shell ?? (target === 'live' ? 'bash' : 'simulated');

/** Prepares a run, or reports what is missing and gives undefined. */
function prepare(plan: Plan, choice: RunChoice): Promise<PreparedRun | undefined> {
  const machine = {
    now: new Date(),
    path: process.env.PATH ?? '',
    env: process.env,
    pid: process.pid,
    cores: availableParallelism(),
    aws: process.env.TEJUN_AWS,
  };
  return orExplain(() => prepareRun(choice, machine, { root: plan.root, pages: idsOf(plan) }));
}

function planned(pages: readonly string[], options: DoctestOptions, cache: ReadCache): Plan {
  const { root, locale, shard } = options;
  const refused = refusal(options);
  if (refused) throw new UsageError(refused);
  if (!options.plan) finishInterrupted(root);
  const isLive = options.target === 'live';
  const withPrerequisites = isLive || options.record || options.update;
  return makePlan({
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
}

const idsOf = ({ pages }: Plan): string[] =>
  pages.flatMap(({ page, prerequisites }) => [page, ...prerequisites].map(({ id }) => id));

/** Gives the result, or prints why there is none and gives undefined. */
async function orExplain<Found>(find: () => Found | Promise<Found>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return undefined;
  }
}

async function run(
  plan: Plan,
  remake: () => Plan,
  prepared: PreparedRun,
  live: LiveRun | undefined,
  options: ReportedOptions,
): Promise<number> {
  const { watch, testNamePattern: namePattern, shard } = options;
  const reporting = reportTo(options.reporter, process.stdout);
  if (plan.pages.length === 0) {
    console.error(
      `Shard ${shard?.index}/${shard?.count} has no page: there are fewer chains of pages than shards.`,
    );
    reporting.onEnd({ provenance: prepared.provenance, pages: [], errors: [], durationMs: 0 });
    return PASSED;
  }
  let exitCode = PAGE_FAILED;
  // Loaded only now: Vitest takes longer to load than all the checks before it.
  const { runPages } = await import('../../plugins/vitest/index.ts');
  const standing = new Map<string, boolean>();
  if (watch) {
    process.once('SIGINT', interrupt);
    process.on('exit', () => endWatching(standing));
  }
  const running = runPages(plan, {
    run: prepared,
    watch,
    remake,
    namePattern,
    onStart: live?.onStart,
    onStep: live?.onStep,
    ...reporting,
    onEnd: (report) => {
      reporting.onEnd(report);
      live?.onEnd(report);
      exitCode = Math.max(exitCodeOf(report, namePattern), writeAfter(plan, report, options));
      for (const page of report.pages) standing.set(page.file, runPassed({ ...report, pages: [page] }));
    },
  });
  await running;
  return Math.max(exitCode, live?.end() ?? PASSED);
}

/** Vitest stops at a signal too, once it is loaded, but keeps the exit code of a run before. */
function interrupt(): void {
  process.exitCode = INTERRUPTED;
  if (process.listenerCount('SIGINT') === 0) process.exit();
}

/** Whoever stops watching (`q`) is told how the pages stand, not how they once stood; Ctrl-C says so itself. */
function endWatching(standing: ReadonlyMap<string, boolean>): void {
  if (process.exitCode !== INTERRUPTED)
    process.exitCode = [...standing.values()].every(Boolean) ? PASSED : PAGE_FAILED;
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
