import { styleText } from 'node:util';
import { counted, say } from '../../language/index.ts';
import { formatVerdict } from '../../matching/index.ts';
import { escapeControlChars } from './escape-control-chars.ts';
import { fileOf, placeOfFailure, startOf } from './place.ts';
import { seconds } from './step.ts';
import { allErrors, coverageTextOf, isFlaky, pageFailed, pageSkipped, stepTotals } from './totals.ts';
import type { PageReport, RunReport, StepReport } from './types.ts';

export interface ReportTextOptions {
  readonly color: boolean;
}

type Style = Parameters<typeof styleText>[0];

const paint = ({ color }: ReportTextOptions, style: Style, text: string): string =>
  color ? styleText(style, text, { validateStream: false }) : text;

/** One page, one line; then what is worth knowing though it failed nothing. */
export function pageText(report: PageReport, options: ReportTextOptions): string {
  const page = escapeControlChars(report);
  const totals = stepTotals([page]);
  const failed = pageFailed(page);
  const mark = failed
    ? paint(options, 'red', '✗')
    : pageSkipped(page)
      ? paint(options, 'yellow', '-')
      : paint(options, 'green', '✓');
  const counts = [
    coverageTextOf([page]),
    totals.failed > 0 ? paint(options, 'red', say`${totals.failed} failed`) : '',
    totals.skipped > 0 ? paint(options, 'yellow', say`${totals.skipped} skipped`) : '',
  ].filter(Boolean);
  const took = page.steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const line = `${mark} ${page.locale}  ${page.page}  ${paint(options, 'dim', `(${counts.join(', ')}, ${seconds(took)})`)}`;
  return [
    line,
    ...flakyLines(page, options),
    ...skippedLines(page, options),
    ...page.steps.flatMap((step) => noticeLines(page, step, options)),
  ].join('\n');
}

/** A page that passes only now and then must not look like one that passes. */
function flakyLines(page: PageReport, options: ReportTextOptions): string[] {
  if (!page.retried) return [];
  const { attempts, failures } = page.retried;
  const end = isFlaky(page)
    ? say`passed at attempt ${attempts}, after`
    : say`failed at each of ${attempts} attempts, first by`;
  const [first] = failures;
  const failure = first
    ? `${placeOfFailure(page, first)} ${first.id}: ${first.reason ?? say`it failed`}`
    : say`errors outside of steps`;
  return [paint(options, 'yellow', `    ${isFlaky(page) ? 'flaky  ' : 'retried'}  ${end} ${failure}`)];
}

/** Nothing is skipped silently; a reason shared by many steps is given once. */
function skippedLines(page: PageReport, options: ReportTextOptions): string[] {
  const byReason = new Map<string, StepReport[]>();
  for (const step of page.steps) {
    if (step.status !== 'skipped') continue;
    const reason = step.reason ?? say`no reason given`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), step]);
  }
  return [...byReason].map(([reason, [first, ...others]]) => {
    const more = others.length > 0 ? say` and ${counted(others.length, 'other step')}` : '';
    return paint(
      options,
      'yellow',
      `    ${say`skipped`}  ${first && startOf(page, first)} ${first?.id}${more}: ${reason}`,
    );
  });
}

function noticeLines(page: PageReport, step: StepReport, options: ReportTextOptions): string[] {
  const { id, status, verdict, revised } = step;
  const place = startOf(page, step);
  if (status !== 'passed') return [];
  if (revised !== undefined)
    return [paint(options, 'yellow', `    ${say`stale   `} ${place} ${id}: ${say`the result example`}`)];
  return (verdict?.notices ?? []).map(({ message }) =>
    paint(options, 'yellow', `    ${say`notice  `} ${place} ${message}`),
  );
}

/** Every failure in full: where, what was run, what was printed instead. What follows from one is named below it. */
export function failuresText(pages: readonly PageReport[], options: ReportTextOptions): string {
  const failed = escapeControlChars(pages.filter(pageFailed)).flatMap((page) =>
    page.steps.filter(({ status }) => status === 'failed').map((step) => ({ page, step })),
  );
  const isAt = (place: StepReport['follows'], { page, step }: Failed): boolean =>
    fileOf(page, step) === place?.file && step.line === place.line;
  return failed
    .filter(({ step }) => !failed.some((other) => isAt(step.follows, other)))
    .map((root) => {
      const followers = failed.filter(({ step }) => isAt(step.follows, root));
      return [failureText(root.page, root.step, options), ...followersText(followers, options)].join('\n');
    })
    .join('\n\n');
}

interface Failed {
  readonly page: PageReport;
  readonly step: StepReport;
}

function followersText(followers: readonly Failed[], options: ReportTextOptions): string[] {
  if (followers.length === 0) return [];
  const lines = followers.map(({ page, step }) => `${startOf(page, step)}  ${step.id}: ${step.reason ?? ''}`);
  const head = paint(options, 'bold', say`${counted(followers.length, 'failure')} more that follow from it:`);
  return ['', indent([head, ...lines].join('\n'))];
}

function failureText(page: PageReport, step: StepReport, options: ReportTextOptions): string {
  const place = paint(options, 'bold', placeOfFailure(page, step));
  const head = `${paint(options, ['red', 'bold'], 'FAIL')}  ${place}  ${step.id}, ${step.role}`;
  const command = indent(paint(options, 'cyan', step.command.replace(/^/gm, '$ ').replace(/\n\$ /g, '\n> ')));
  const cause =
    step.cause === undefined
      ? []
      : ['', indent(`${paint(options, 'yellow', say`likely cause`)}  ${step.cause}`)];
  return [head, '', command, '', ...failureBody(step, options), ...cause, ...proposal(step, options)].join(
    '\n',
  );
}

function proposal({ accountLines }: StepReport, options: ReportTextOptions): string[] {
  if (accountLines === undefined) return [];
  const text = say`If readers have it before the course, write in the account file:`;
  return ['', indent(`${paint(options, 'yellow', say`account file`)}  ${text}\n${indent(accountLines)}`)];
}

function failureBody({ reason, verdict, output }: StepReport, options: ReportTextOptions): string[] {
  if (verdict && !verdict.passed) {
    const shown = formatVerdict({ ...verdict, bindings: new Map() }, options);
    const known = verdict.differences.some(({ message }) => message === reason);
    return [indent(known || !reason ? shown : `${reason}\n\n${shown}`)];
  }
  const printed = excerpt([output?.stdout, output?.stderr].filter(Boolean).join(''));
  return [
    indent(reason ?? say`It failed.`),
    ...(printed ? ['', indent(say`It had printed:\n${printed}`)] : []),
  ];
}

const SHOWN_LINES = 40;
const SHOWN_WIDTH = 400;

/** The end of what was printed: there it stopped. */
function excerpt(printed: string): string {
  const lines = printed.trimEnd().split('\n');
  const shown = lines.slice(-SHOWN_LINES).map((line) => line.slice(0, SHOWN_WIDTH));
  const left = lines.length - shown.length;
  return [...(left > 0 ? [say`(${counted(left, 'line')} before)`] : []), ...shown].join('\n');
}

export function summaryText(report: RunReport, options: ReportTextOptions): string {
  const { pages, durationMs } = report;
  const failed = pages.filter(pageFailed).length;
  const flaky = pages.filter(isFlaky).length;
  const skipped = pages.filter(pageSkipped).length;
  const steps = stepTotals(pages);
  const lines = [
    ...escapeControlChars(allErrors(report)).map(
      (error) => `${paint(options, ['red', 'bold'], 'ERROR')}  ${error}\n`,
    ),
    `${say`pages`}  ${tally({ passed: pages.length - failed - skipped, failed, skipped }, options)}${flaky > 0 ? paint(options, 'yellow', say`, ${flaky} flaky`) : ''}`,
    `${say`steps`}  ${tally(steps, options)} (${coverageTextOf(pages)})`,
    `${say`time `}  ${seconds(durationMs)}`,
  ];
  return lines.join('\n');
}

function tally(
  { passed, failed, skipped }: { passed: number; failed: number; skipped: number },
  options: ReportTextOptions,
) {
  return [
    paint(options, 'green', say`${passed} passed`),
    ...(failed > 0 ? [paint(options, 'red', say`${failed} failed`)] : []),
    ...(skipped > 0 ? [paint(options, 'yellow', say`${skipped} skipped`)] : []),
  ].join(', ');
}

const indent = (text: string): string => text.trimEnd().replace(/^(?=.)/gm, '    ');
