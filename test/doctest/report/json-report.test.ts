import { expect, test } from 'vitest';
import { type JsonReport, jsonReport } from '../../../src/doctest/report/json-report.ts';
import { failedStep, flakyPage, pageReport, problem, runReport, skippedStep, stepReport } from './reports.ts';

const documentOf = (report: Parameters<typeof jsonReport>[0]): JsonReport =>
  JSON.parse([...jsonReport(report)].join(''));

test('steps have a reason and a cause only where there is one', () => {
  const { pages, totals } = documentOf(runReport([pageReport([stepReport(), failedStep, skippedStep])]));
  expect(pages[0]?.steps.map((step) => [step.status, step.reason, step.cause])).toEqual([
    ['passed', undefined, undefined],
    ['failed', 'It is <wrong>, 100 %', 'No region.'],
    ['skipped', 'too # slow', undefined],
  ]);
  expect(pages[0]?.steps[0]).not.toHaveProperty('reason');
  expect(totals).toEqual({ passed: 1, failed: 1, skipped: 1, compared: 2 });
});

test('what was printed is not in it, and flaky pages say so', () => {
  const document = documentOf(runReport([flakyPage, pageReport([failedStep])]));
  expect(JSON.stringify(document)).not.toContain('printed');
  expect(document.pages.map(({ flaky }) => flaky)).toEqual([true, undefined]);
});

test('errors and problems are there only where something is wrong', () => {
  expect(Object.keys(documentOf(runReport([])))).toEqual(['provenance', 'pages', 'totals']);
  const wrong = documentOf(
    runReport([pageReport([], { errors: ['a'] })], { errors: ['b'], problems: [problem] }),
  );
  expect(wrong).toMatchObject({ errors: ['a', 'b'], problems: [problem] });
});
