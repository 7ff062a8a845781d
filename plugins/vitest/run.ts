import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Reporter, startVitest } from 'vitest/node';
import {
  completeReport,
  completeReports,
  type PageReport,
  type Plan,
  type PreparedRun,
  type RunReport,
} from '../../src/doctest/index.ts';
import type { Page, Step } from '../../src/procedure/index.ts';
import { collectReports } from './collect.ts';
import { detachedWorkers } from './detached-worker.ts';
import { createLivePlan, type LivePlan } from './live-plan.ts';
import { pagesAsTests } from './plugin.ts';
import { planSequencer } from './sequencer.ts';
import { escapeGlob, watchPages } from './watch.ts';

const RUNNER = fileURLToPath(new URL('./runner.ts', import.meta.url));

export interface RunPagesOptions {
  /** Where and how the steps run. */
  readonly run: PreparedRun;
  readonly watch?: boolean;
  /** When watching: makes the plan anew. May throw an InputError. */
  remake?(): Plan;
  /** Only steps whose name matches; the others are reported as skipped. */
  readonly namePattern?: string;
  /** Vitest's own reporters, beside what `onPage` and `onEnd` do. */
  readonly reporters?: readonly ('junit' | 'github-actions')[];
  /** Where Vitest itself writes. */
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** The first step is about to be run. */
  onStart?(): void;
  /** @returns what is called when the step has been run */
  onStep?(page: Page, step: Step): (() => void) | undefined;
  onPage?(report: PageReport): void;
  /** When a run ends: once, or again and again while watching. */
  onEnd(report: RunReport): void;
}

/** Runs the pages of the plan in Vitest. Resolves when the run is over or, when watching, when the first one is. */
export async function runPages(plan: Plan, options: RunPagesOptions): Promise<void> {
  const watch = options.watch ?? false;
  // What is run ahead cannot be left out any more, nor read again when it is edited.
  const lanes = watch || options.namePattern !== undefined ? 1 : options.run.lanes;
  const live = createLivePlan(plan, options.remake ?? (() => plan));
  const watched = watchPages(live);
  const reporter = planReporter(live, options);
  const reporters: (Reporter | 'junit' | 'github-actions')[] = [reporter, ...(options.reporters ?? [])];
  const config: Parameters<typeof startVitest>[2] = {
    root: plan.root,
    config: false,
    watch,
    include: plan.pages.map(({ page }) => escapeGlob(page.file)),
    exclude: [],
    reporters,
    testNamePattern: options.namePattern,
    watchTriggerPatterns: [watched.trigger],
    sequence: { sequencer: planSequencer(live) },
    // One worker whose modules and session live on: a chain goes on from page to page. `--shard` spreads chains.
    pool: poolFor(options),
    isolate: false,
    runner: RUNNER,
    maxWorkers: 1,
    passWithNoTests: true,
    includeTaskLocation: false,
    cache: false,
    update: false,
  };
  const plugins = [
    pagesAsTests(live, { root: plan.root, ...options.run, lanes }),
    ...(watch ? [watched.plugin] : []),
  ];
  const { stdout, stderr } = options;
  // A page may be a link: it is known by the name that it has among the others.
  const resolve = { preserveSymlinks: true };
  await startVitest('test', [], config, { plugins, resolve }, { stdout, stderr });
}

/**
 * While watching, each run has a new worker: a thread is there in half the time, but a real bash needs a process. In a
 * real account the worker has clean-up to run, whatever signals its terminal sends.
 */
function poolFor({ watch, run: { target } }: RunPagesOptions) {
  if (target.target === 'live') return detachedWorkers;
  return watch && target.shell === 'simulated' ? 'threads' : 'forks';
}

function planReporter(
  live: LivePlan,
  { run, watch, onStart, onStep, onPage, onEnd }: RunPagesOptions,
): Reporter {
  const byFile = new Map(live.plan.library.map((one) => [one.page.file, one]));
  const planned = (file: string) => live.plan.library.find(({ page }) => page.file === file);
  // While watching, pages change under the plan, and a lost step shows as an error of Vitest's.
  const complete = (report: PageReport): PageReport => {
    const page = watch ? undefined : byFile.get(report.file);
    return page ? completeReport(page, report) : report;
  };
  let start = performance.now();
  const collected = collectReports(
    live.plan.root,
    (file) => (watch ? planned(file) : byFile.get(file))?.page,
    {
      step: onStep,
      page: (report) => onPage?.(complete(report)),
      end: (pages, errors) => {
        const all = watch ? pages : completeReports(live.plan, pages);
        onEnd({ provenance: run.provenance, pages: all, errors, durationMs: performance.now() - start });
      },
    },
  );
  return {
    ...collected,
    onTestRunStart(specifications) {
      start = performance.now();
      onStart?.();
      collected.onTestRunStart?.(specifications);
    },
    onUserConsoleLog: () => undefined,
  };
}
