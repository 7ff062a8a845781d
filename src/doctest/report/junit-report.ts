import builder from 'junit-report-builder';
import { formatProblem } from '../../procedure/index.ts';
import { escapeControlChars, escapedFrame } from './escape-control-chars.ts';
import { failureMessage } from './github-report.ts';
import { fileOf, placeOfFailure } from './place.ts';
import { coverageTextOf, isFlaky } from './totals.ts';
import type { PageReport, RunReport, StepReport } from './types.ts';

/** Returns a run as JUnit XML: a page is a suite, a step a case. Problems of pages and other errors are failed cases. */
export function junitReport(report: RunReport): string {
  const { pages } = report;
  const { errors, problems = [], provenance } = escapedFrame(report);
  const document = builder.newBuilder();
  for (const page of pages) addPage(document, escapeControlChars(page), provenance.date);
  if (problems.length > 0 || errors.length > 0) {
    const suite = document.testSuite().name('tejun').timestamp(provenance.date);
    for (const problem of problems)
      suite
        .testCase()
        .name(`${problem.file} can be read (line ${problem.line})`)
        .className(problem.file)
        .file(problem.file)
        .failure(formatProblem(problem), problem.code);
    for (const error of errors) suite.testCase().name('the run ends').className('tejun').error(error);
  }
  return document.build();
}

function addPage(document: ReturnType<typeof builder.newBuilder>, page: PageReport, date: string): void {
  const suite = document
    .testSuite()
    .name(`${page.locale} ${page.page}`)
    .timestamp(date)
    .time(inSeconds(page.steps.reduce((sum, { durationMs }) => sum + durationMs, 0)));
  suite.property('compared', coverageTextOf([page]));
  if (isFlaky(page)) suite.property('flaky', `passed at attempt ${page.retried?.attempts}`);
  for (const step of page.steps) addStep(suite.testCase(), page, step);
  for (const error of page.errors)
    suite.testCase().name('the page can be run').className(page.file).file(page.file).error(error);
}

type JunitCase = ReturnType<ReturnType<ReturnType<typeof builder.newBuilder>['testSuite']>['testCase']>;

function addStep(testCase: JunitCase, page: PageReport, step: StepReport): void {
  testCase
    .name(`${step.id}: ${step.command.split('\n')[0]}`)
    .className(page.file)
    .file(fileOf(page, step))
    .time(inSeconds(step.durationMs));
  if (step.status === 'skipped') testCase.skipped();
  if (step.status === 'skipped' && step.reason) testCase.standardOutput(step.reason);
  if (step.status === 'failed') {
    testCase
      .stacktrace(`${placeOfFailure(page, step)}\n${failureMessage(step)}`)
      .failure(step.reason ?? 'It failed.', step.role);
  }
}

/** Milliseconds as seconds, without what binary fractions add: 0.171027, not 0.17102699999999998. */
const inSeconds = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1_000_000;
