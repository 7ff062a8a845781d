/** Linter of published texts. Pure: texts and pages in, problems out. */
export { readLinks } from '../../procedure/index.ts';
export { findBrokenLinks, type Surroundings } from './broken-links.ts';
export { fixText, type LintedPage, lintCourse, lintText } from './lint.ts';
export { fullWidthRule } from './rules/full-width.ts';
export type { LintProblem } from './types.ts';
