import { counted, say } from '../../language/index.ts';
import { problemAnnotation, workflowCommand } from '../../project/index.ts';
import { escapeControlChars, escapedFrame } from './escape-control-chars.ts';
import { fileOf } from './place.ts';
import { coverageTextOf, isFlaky, pageFailed } from './totals.ts';
import type { PageReport, RunReport, StepReport } from './types.ts';

/**
 * Returns workflow commands that annotate the lines of pages in a pull request, one a line; the first says how much was compared.
 *
 * @param folder path of the project relative to the repository, empty or with a slash at its end
 * @example githubAnnotations(report, '') // "::error file=docs/a.mdx,line=7,title=step-1::The example has ..."
 */
export function githubAnnotations(report: RunReport, folder: string): string {
  const { pages } = report;
  const { errors, problems = [] } = escapedFrame(report);
  return [
    ...coverage(pages),
    ...problems.map((problem) => problemAnnotation(problem, folder)),
    ...pages
      .filter((page) => pageFailed(page) || isFlaky(page))
      .flatMap((page) => pageAnnotations(escapeControlChars(page), folder)),
    ...errors.map((error) => workflowCommand('error', error, {})),
  ].join('\n');
}

/** A run in which all passes may have compared little. */
function coverage(pages: readonly PageReport[]): string[] {
  if (pages.length === 0) return [];
  const text = say`${counted(pages.length, 'page')}, ${coverageTextOf(pages)}`;
  return [workflowCommand('notice', text, { title: 'doctest' })];
}

function pageAnnotations(page: PageReport, folder: string): string[] {
  const at = (step: StepReport) => ({
    file: folder + fileOf(page, step),
    line: step.failedLine ?? step.line,
    title: step.id,
  });
  return [
    ...page.errors.map((error) => workflowCommand('error', error, { file: folder + page.file, line: 1 })),
    ...page.steps
      .filter(({ status }) => status === 'failed')
      .map((step) => workflowCommand('error', failureMessage(step), at(step))),
    ...(isFlaky(page) ? (page.retried?.failures ?? []) : []).map((step) =>
      workflowCommand(
        'warning',
        say`Flaky: it passed when the page was run again.\n${failureMessage(step)}`,
        at(step),
      ),
    ),
  ];
}

const DIFF_MARKS = { same: ' ', accepted: '~', expected: '-', actual: '+', extra: '!' } as const;

/** The command, the reason, and the diff where there is one. */
export function failureMessage({ command: script, reason, follows, verdict, cause }: StepReport): string {
  if (follows) return `$ ${script}\n${reason ?? ''}`;
  const diff = (verdict?.diff ?? []).map(({ kind, text }) => `${DIFF_MARKS[kind]} ${text}`);
  const likely = cause === undefined ? [] : [say`Likely cause: ${cause}`];
  return [`$ ${script}`, reason ?? say`It failed.`, ...likely, ...diff].join('\n');
}
