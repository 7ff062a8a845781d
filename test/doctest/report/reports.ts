import type { PageReport, RunReport, StepReport } from '../../../src/doctest/index.ts';

/** A step in a report, passed unless said otherwise. */
export const stepReport = (step: Partial<StepReport> = {}): StepReport => ({
  ...{ id: 'step-1', line: 4, role: 'command', command: 'echo 1', compared: true },
  ...{ status: 'passed', durationMs: 1_500 },
  ...step,
});

export const pageReport = (steps: readonly StepReport[], page: Partial<PageReport> = {}): PageReport => ({
  ...{ page: 'c/p', locale: 'ja', file: 'docs/c/p.mdx', errors: [] },
  steps,
  ...page,
});

export const runReport = (pages: readonly PageReport[], run: Partial<RunReport> = {}): RunReport => ({
  provenance: {
    ...{ date: '2026-01-05T00:00:00.000Z', target: 'sandbox', shell: 'simulated' },
    ...{ cli: 'built-in', seed: 'tejun' },
  },
  ...{ pages, errors: [], durationMs: 2_000 },
  ...run,
});

/** A step that failed in the tenth line of its page. */
export const failedStep = stepReport({
  ...{ id: 'step-2', status: 'failed', reason: 'It is <wrong>, 100 %', failedLine: 10, cause: 'No region.' },
  ...{ command: 'aws s3 ls\n--x', output: { stdout: 'printed\n', stderr: '' } },
});
export const skippedStep = stepReport({ id: 'step-3', status: 'skipped', reason: 'too # slow' });
export const problem = {
  ...{ file: 'docs/c/q.mdx', line: 2, column: 3, code: 'mdx-syntax' },
  ...{ message: 'It cannot be read.', fix: 'Mend it.' },
};
/** A page that failed first and then passed. */
export const flakyPage = pageReport([stepReport()], {
  page: 'c/f',
  retried: { attempts: 2, failures: [failedStep] },
});
