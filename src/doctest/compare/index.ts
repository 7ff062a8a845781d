/** Page, recording and sandbox side by side. */
export { comparePages } from './compare.ts';
export { comparedPageText, comparedSummary } from './text.ts';
export type { ComparedPage } from './types.ts';
