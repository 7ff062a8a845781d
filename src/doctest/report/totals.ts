import type { PageReport, RunReport, StepReport } from './types.ts';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function stepTotals(pages: readonly PageReport[]): Totals {
  const steps = pages.flatMap((page) => page.steps);
  const count = (status: StepReport['status']): number =>
    steps.filter((step) => step.status === status).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

export const pageFailed = (page: PageReport): boolean => page.steps.some(({ status }) => status === 'failed');

/** Nothing failed, on a page or outside of one. */
export function runPassed(report: RunReport): boolean {
  return report.errors.length === 0 && !report.pages.some(pageFailed);
}
