import { formatProblem } from '../../procedure/index.ts';
import { escapeControlChars, escapedFrame } from './escape-control-chars.ts';
import { plural } from './plural.ts';
import { coverageTextOf, isFlaky, pageFailed } from './totals.ts';
import type { PageReport, RunReport, StepReport } from './types.ts';

/**
 * Returns workflow commands that annotate the lines of pages in a pull request, one a line; the first says how much was compared.
 * Source: GitHub Docs, "Workflow commands for GitHub Actions", "Setting an error message".
 *
 * @param folder path of the project relative to the repository, empty or with a slash at its end
 * @example githubAnnotations(report, '') // "::error file=docs/a.mdx,line=7,title=step-1::The example has ..."
 */
export function githubAnnotations(report: RunReport, folder: string): string {
  const { pages } = report;
  const { errors, problems = [] } = escapedFrame(report);
  return [
    ...coverage(pages),
    ...problems.map((problem) =>
      command('error', formatProblem(problem), {
        file: folder + problem.file,
        line: problem.line,
        col: problem.column,
        title: problem.code,
      }),
    ),
    ...pages
      .filter((page) => pageFailed(page) || isFlaky(page))
      .flatMap((page) => pageAnnotations(escapeControlChars(page), folder)),
    ...errors.map((error) => command('error', error, {})),
  ].join('\n');
}

/** A run in which all passes may have compared little. */
function coverage(pages: readonly PageReport[]): string[] {
  if (pages.length === 0) return [];
  const text = `${plural(pages.length, 'page')}, ${coverageTextOf(pages)}`;
  return [command('notice', text, { title: 'doctest' })];
}

function pageAnnotations(page: PageReport, folder: string): string[] {
  const at = (step: StepReport) => ({
    file: folder + page.file,
    line: step.failedLine ?? step.line,
    title: step.id,
  });
  return [
    ...page.errors.map((error) => command('error', error, { file: folder + page.file, line: 1 })),
    ...page.steps
      .filter(({ status }) => status === 'failed')
      .map((step) => command('error', failureMessage(step), at(step))),
    ...(isFlaky(page) ? (page.retried?.failures ?? []) : []).map((step) =>
      command('warning', `Flaky: it passed when the page was run again.\n${failureMessage(step)}`, at(step)),
    ),
  ];
}

const DIFF_MARKS = { same: ' ', accepted: '~', expected: '-', actual: '+', extra: '!' } as const;

/** The command, the reason, and the diff where there is one. */
export function failureMessage({ command: script, reason, follows, verdict, cause }: StepReport): string {
  if (follows) return `$ ${script}\n${reason ?? ''}`;
  const diff = (verdict?.diff ?? []).map(({ kind, text }) => `${DIFF_MARKS[kind]} ${text}`);
  const likely = cause === undefined ? [] : [`Likely cause: ${cause}`];
  return [`$ ${script}`, reason ?? 'It failed.', ...likely, ...diff].join('\n');
}

type Properties = Readonly<Record<string, string | number>>;

function command(name: 'error' | 'warning' | 'notice', message: string, properties: Properties): string {
  const shown = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${shown.length > 0 ? ` ${shown.join(',')}` : ''}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
