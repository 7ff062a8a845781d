import { expect, test } from 'vitest';
import { timingsText } from '../../../src/doctest/report/timings.ts';
import { pageReport, skippedStep, stepReport } from './reports.ts';

test('the ten slowest steps, the slowest first, with where they are', () => {
  const steps = Array.from({ length: 12 }, (_, index) => stepReport({ durationMs: index * 10, line: index }));
  const lines = timingsText([pageReport(steps)]).split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[1]).toBe('  110.0 ms  docs/c/p.mdx:11 step-1  echo 1');
  expect(lines[10]).toBe('   20.0 ms  docs/c/p.mdx:2 step-1  echo 1');
});

test('a run without steps has none', () => {
  expect(timingsText([])).toBe('slowest steps');
});

test('a step that did not run took no time', () => {
  expect(timingsText([pageReport([skippedStep])])).toBe('slowest steps');
});
