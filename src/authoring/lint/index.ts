/** Linter of published texts. Pure: texts and pages in, problems out. */
export { type LintedPage, lintCourse, lintText } from './lint.ts';
