import { counted, say } from '../../language/index.ts';
import type { PageReport, RunReport } from './types.ts';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Steps that ran and whose output was compared. */
  readonly compared: number;
}

export function stepTotals(pages: readonly PageReport[]): Totals {
  const sum = { passed: 0, failed: 0, skipped: 0, compared: 0 };
  for (const page of pages) {
    const totals = totalsOf(page);
    for (const key of Object.keys(sum) as (keyof Totals)[]) sum[key] += totals[key];
  }
  return sum;
}

/** Counted once: the steps of a report are packed, and each report asks again. */
const totalsByPage = new WeakMap<PageReport, Totals>();

function totalsOf(page: PageReport): Totals {
  const known = totalsByPage.get(page);
  if (known) return known;
  const totals = { passed: 0, failed: 0, skipped: 0, compared: 0 };
  for (const { status, compared } of page.steps) {
    totals[status] += 1;
    if (compared && status !== 'skipped') totals.compared += 1;
  }
  totalsByPage.set(page, totals);
  return totals;
}

/** Counts the steps of a report for another one that tells the same: its steps are made when they are asked for. */
export const countOnce = (report: PageReport, same: PageReport): unknown =>
  totalsByPage.set(same, totalsOf(report));

/** How many steps of pages there are, and how many are compared: `50 steps, 12 compared`. */
export function coverageTextOf(pages: readonly PageReport[]): string {
  const { passed, failed, skipped, compared } = stepTotals(pages);
  return coverageText(passed + failed + skipped, compared);
}

/** How much a run compares: `50 steps, 12 compared`. */
export function coverageText(steps: number, compared: number): string {
  return steps === 0 ? say`no steps` : say`${counted(steps, 'step')}, ${compared} compared`;
}

export const pageFailed = (page: PageReport): boolean => page.errors.length > 0 || totalsOf(page).failed > 0;

/** The page has steps, and none of them ran: that is no success. */
export function pageSkipped(page: PageReport): boolean {
  const { passed, skipped } = totalsOf(page);
  return skipped > 0 && passed === 0 && !pageFailed(page);
}

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
