/** Linter of published texts. Pure: texts and pages in, problems out. */
export { fixText, type LintedPage, lintCourse, lintText } from './lint.ts';
export { fullWidthRule } from './rules/full-width.ts';
export type { LintProblem } from './types.ts';
