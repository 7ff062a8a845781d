import { expect, test } from 'vitest';
import { tapReport } from '../../../src/doctest/report/tap-report.ts';
import { failedStep, pageReport, problem, runReport, skippedStep, stepReport } from './reports.ts';

const textOf = (report: Parameters<typeof tapReport>[0]): string => [...tapReport(report)].join('');

test('a page is a test point with its steps as a subtest', () => {
  const lines = textOf(runReport([pageReport([stepReport(), failedStep, skippedStep])])).split('\n');
  expect(lines[0]).toBe('TAP version 14');
  const text = lines.join('\n');
  expect(text).toContain('\n    ok 1 - step-1: echo 1\n');
  expect(text).toContain('\n    not ok 2 - step-2: aws s3 ls\n');
  expect(text).toContain('at: "docs/c/p.mdx:10"');
  expect(text).toContain('\n    ok 3 - step-3: echo 1 # SKIP too \\# slow\n');
  expect(text).toMatch(/\nnot ok 1 - ja c\/p/);
});

test('each point has its number, problems and errors too, and the plan counts them', () => {
  const text = textOf(runReport([pageReport([stepReport()])], { errors: ['It died.'], problems: [problem] }));
  const points = text.split('\n').filter((line) => /^(?:not )?ok /.test(line));
  expect(points.map((line) => /\d+/.exec(line)?.[0])).toEqual(['1', '2', '3']);
  expect(points.filter((line) => line.startsWith('not ok'))).toHaveLength(2);
  expect(text).toContain('1..3\n');
});
