/** What must not stand in a published text. Pure: texts and pages in, problems out. */
export { type LintedPage, lintCourse, lintText } from './lint.ts';
