import { plural } from './plural.ts';
import type { PageReport, RunReport, StepReport } from './types.ts';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Steps that ran and whose output was compared. */
  readonly compared: number;
}

export function stepTotals(pages: readonly PageReport[]): Totals {
  const steps = pages.flatMap((page) => page.steps);
  const count = (status: StepReport['status']): number =>
    steps.filter((step) => step.status === status).length;
  const compared = steps.filter((step) => step.compared && step.status !== 'skipped').length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), compared };
}

/** How much a run compares: `50 steps, 12 compared`. */
export function coverageText(steps: number, compared: number): string {
  return steps === 0 ? 'no steps' : `${plural(steps, 'step')}, ${compared} compared`;
}

export const pageFailed = ({ steps, errors }: PageReport): boolean =>
  errors.length > 0 || steps.some(({ status }) => status === 'failed');

/** All that went wrong outside of a step, on a page or elsewhere. */
export const allErrors = ({ pages, errors }: RunReport): string[] => [
  ...pages.flatMap((page) => page.errors),
  ...errors,
];

/** The page passed only when it was run again. */
export const isFlaky = (page: PageReport): boolean => page.retried !== undefined && !pageFailed(page);

/** Nothing failed, on a page or outside of one. */
export function runPassed({ errors, problems = [], pages }: RunReport): boolean {
  return errors.length === 0 && problems.length === 0 && !pages.some(pageFailed);
}
