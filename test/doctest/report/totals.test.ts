import { expect, test } from 'vitest';
import {
  allErrors,
  coverageText,
  isFlaky,
  pageFailed,
  pageSkipped,
  runPassed,
  stepTotals,
} from '../../../src/doctest/report/totals.ts';
import { failedStep, flakyPage, pageReport, problem, runReport, skippedStep, stepReport } from './reports.ts';

test('a skipped step compares nothing', () => {
  const pages = [pageReport([stepReport(), stepReport({ compared: false }), failedStep, skippedStep])];
  expect(stepTotals(pages)).toEqual({ passed: 2, failed: 1, skipped: 1, compared: 2 });
});

test('a page that passed only when it was run again is flaky; one that failed again has failed', () => {
  expect([isFlaky(flakyPage), pageFailed(flakyPage)]).toEqual([true, false]);
  const failed = pageReport([failedStep], { retried: { attempts: 2, failures: [failedStep] } });
  expect([isFlaky(failed), pageFailed(failed)]).toEqual([false, true]);
});

test.each([
  ['a failed step', runReport([pageReport([failedStep])]), false],
  ['an error of a page', runReport([pageReport([], { errors: ['x'] })]), false],
  ['an error of the run', runReport([], { errors: ['x'] }), false],
  ['a problem', runReport([], { problems: [problem] }), false],
  ['skipped steps', runReport([pageReport([skippedStep])]), true],
])('a run with %s has passed: %s', (_, report, passed) => {
  expect(runPassed(report)).toBe(passed);
});

test('errors of pages and of the run are told together', () => {
  expect(allErrors(runReport([pageReport([], { errors: ['a'] })], { errors: ['b'] }))).toEqual(['a', 'b']);
  expect([coverageText(0, 0), coverageText(1, 1)]).toEqual(['no steps', '1 step, 1 compared']);
});

test('a page of which no step ran was skipped, and did not pass', () => {
  expect(pageSkipped(pageReport([skippedStep, skippedStep]))).toBe(true);
  expect(pageSkipped(pageReport([skippedStep, stepReport()]))).toBe(false);
  expect(pageSkipped(pageReport([skippedStep, failedStep]))).toBe(false);
  expect(pageSkipped(pageReport([skippedStep], { errors: ['x'] }))).toBe(false);
  expect(pageSkipped(pageReport([]))).toBe(false);
});
