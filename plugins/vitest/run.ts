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
import { pagesAsTests } from './plugin.ts';
import { planSequencer } from './sequencer.ts';
import { watchTriggers } from './watch.ts';

const RUNNER = fileURLToPath(new URL('./runner.ts', import.meta.url));

export interface RunPagesOptions {
  /** Where and how the steps run. */
  readonly run: PreparedRun;
  readonly watch?: boolean;
  /** Only steps whose name matches; the others are reported as skipped. */
  readonly namePattern?: string;
  /** Vitest's own reporters, beside what `onPage` and `onEnd` do. */
  readonly reporters?: readonly ('junit' | 'github-actions')[];
  /** Where Vitest itself writes. */
  readonly stdout: Writable;
  readonly stderr: Writable;
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
  const reporter = planReporter(plan, options);
  const reporters: (Reporter | 'junit' | 'github-actions')[] = [reporter, ...(options.reporters ?? [])];
  const config: Parameters<typeof startVitest>[2] = {
    root: plan.root,
    config: false,
    watch,
    include: plan.pages.map(({ page }) => escapeGlob(page.file)),
    exclude: [],
    reporters,
    testNamePattern: options.namePattern,
    watchTriggerPatterns: watchTriggers(plan),
    sequence: { sequencer: planSequencer(plan) },
    // One worker whose modules and session live on: a chain goes on from page to page. `--shard` spreads chains.
    pool: 'forks',
    isolate: false,
    runner: RUNNER,
    maxWorkers: 1,
    passWithNoTests: true,
    includeTaskLocation: false,
    cache: false,
    update: false,
  };
  const plugins = [pagesAsTests(plan, { root: plan.root, ...options.run, lanes })];
  const { stdout, stderr } = options;
  await startVitest('test', [], config, { plugins }, { stdout, stderr });
}

function planReporter(plan: Plan, { run, watch, onStep, onPage, onEnd }: RunPagesOptions): Reporter {
  const planned = new Map(plan.library.map((one) => [one.page.file, one]));
  // While watching, pages change under the plan, and a lost step shows as an error of Vitest's.
  const complete = (report: PageReport): PageReport => {
    const page = watch ? undefined : planned.get(report.file);
    return page ? completeReport(page, report) : report;
  };
  let start = performance.now();
  const collected = collectReports(plan.root, (file) => planned.get(file)?.page, {
    step: onStep,
    page: (report) => onPage?.(complete(report)),
    end: (pages, errors) => {
      const all = watch ? pages : completeReports(plan, pages);
      onEnd({ provenance: run.provenance, pages: all, errors, durationMs: performance.now() - start });
    },
  });
  return {
    ...collected,
    onTestRunStart(specifications) {
      start = performance.now();
      collected.onTestRunStart?.(specifications);
    },
    onUserConsoleLog: () => undefined,
  };
}

/** A file's name may hold what a glob would read as a pattern. */
const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
