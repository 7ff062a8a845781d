import { expect, test } from 'vitest';
import { badgeReport } from '../../../src/doctest/report/badge-report.ts';
import { failedStep, flakyPage, pageReport, problem, runReport, stepReport } from './reports.ts';

test.each([
  ['a good run', runReport([pageReport([stepReport()])]), '1 step, 1 compared', 'brightgreen'],
  ['a flaky page', runReport([flakyPage]), '1 step, 1 compared, 1 flaky', 'yellow'],
  ['a failed step', runReport([pageReport([failedStep])]), '1 failed', 'red'],
  ['a page that cannot be read', runReport([], { problems: [problem] }), 'not run', 'red'],
  ['an error outside of steps', runReport([], { errors: ['x'] }), 'not run', 'red'],
])('%s', (_, report, message, color) => {
  expect(JSON.parse(badgeReport(report))).toEqual({ schemaVersion: 1, label: 'doctest', message, color });
});
