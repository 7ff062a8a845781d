/** Page, recording and sandbox side by side. */
export { comparePages } from './compare-runs.ts';
export { comparedPageText, comparedSummary } from './comparison-text.ts';
export type { ComparedPage } from './types.ts';
