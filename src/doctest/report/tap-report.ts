import { formatProblem } from '../../procedure/index.ts';
import { escapeControlChars, escapedFrame } from './escape-control-chars.ts';
import { placeOfFailure } from './place.ts';
import { coverageTextOf, isFlaky } from './totals.ts';
import type { PageReport, RunReport, StepReport } from './types.ts';

/** Yields a run in the Test Anything Protocol, version 14: a page is a test point, its steps are its subtest. */
export function* tapReport(report: RunReport): Generator<string> {
  const { pages } = report;
  const { errors, problems = [] } = escapedFrame(report);
  const points = [
    ...problems.map(
      (problem) => (number: number) =>
        failedPoint(number, formatProblem(problem).split('\n')[0] ?? '', problem),
    ),
    ...errors.map(
      (error) => (number: number) => failedPoint(number, error.split('\n')[0] ?? '', { message: error }),
    ),
    ...pages.map((page) => (number: number) => pagePoint(number, escapeControlChars(page))),
  ];
  yield `TAP version 14\n1..${points.length}\n`;
  for (const [index, point] of points.entries()) yield `${point(index + 1).join('\n')}\n`;
  yield `# ${coverageTextOf(pages)}\n`;
}

function pagePoint(number: number, page: PageReport): string[] {
  const name = `${page.locale} ${page.page}`;
  const passed = page.errors.length === 0 && page.steps.every(({ status }) => status !== 'failed');
  const point = `${passed ? 'ok' : 'not ok'} ${number} - ${escapeName(isFlaky(page) ? `${name} (flaky: passed at attempt ${page.retried?.attempts})` : name)}`;
  return [
    `# Subtest: ${escapeName(name)}`,
    `    1..${page.steps.length}`,
    `    # ${coverageTextOf([page])}`,
    ...page.steps.flatMap((step, index) => stepPoint(index + 1, page, step)).map((line) => `    ${line}`),
    point,
    ...(page.errors.length > 0 ? yaml({ errors: page.errors.join('\n') }) : []),
  ];
}

function stepPoint(number: number, page: PageReport, step: StepReport): string[] {
  const name = escapeName(`${step.id}: ${step.command.split('\n')[0]}`);
  if (step.status === 'skipped') return [`ok ${number} - ${name} # SKIP ${escapeName(step.reason ?? '')}`];
  if (step.status === 'passed') return [`ok ${number} - ${name}`];
  return [
    `not ok ${number} - ${name}`,
    ...yaml({ message: step.reason ?? 'It failed.', at: placeOfFailure(page, step) }),
  ];
}

const failedPoint = (number: number, name: string, details: object): string[] => [
  `not ok ${number} - ${escapeName(name)}`,
  ...yaml(details),
];

/** A block of diagnostics; JSON strings are YAML. */
const yaml = (details: object): string[] => [
  '  ---',
  ...Object.entries(details).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
  '  ...',
];

/** `#` begins a directive. */
const escapeName = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('#', '\\#').replaceAll('\n', ' ');
