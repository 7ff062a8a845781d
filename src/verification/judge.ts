import type { PageRecord } from './types.ts';

/** How far a reader can rely on a page. `record` is the run that says so. */
export type Trust =
  | { readonly kind: 'unverified' }
  /** Its steps are others than those that were run. */
  | { readonly kind: 'changed' | 'failed' | 'verified'; readonly record: PageRecord };

const DAY = 24 * 60 * 60 * 1000;
/** Days from which on a page says that its verification is old: a season, in which the AWS CLI sees a dozen releases. */
export const OLD = 90;

/** Newest first: the latest run of the page as it is now counts; one that failed is not hidden by an older one. */
export function judgeTrust(records: readonly PageRecord[], hash: string): Trust {
  const [newest] = records;
  if (!newest) return { kind: 'unverified' };
  const current = records.filter((record) => record.hash === hash);
  const failed = current.find((record) => record.failed > 0);
  if (failed) return { kind: 'failed', record: failed };
  const passed = current.find((record) => record.passed > 0);
  return passed ? { kind: 'verified', record: passed } : { kind: 'changed', record: newest };
}

/** Whole days between a run and now; never fewer than none, whatever the reader's clock says. */
export function ageInDays(date: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(date)) / DAY));
}
