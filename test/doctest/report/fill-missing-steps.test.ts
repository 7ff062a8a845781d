import { expect, test } from 'vitest';
import type { Plan } from '../../../src/doctest/index.ts';
import {
  describeStep,
  fillMissingSteps,
  jsonReport,
  runPassed,
  type StepReport,
} from '../../../src/doctest/index.ts';
import { aPage } from '../pages.ts';

const pages = [aPage('a', [], 3), aPage('b', [], 1)];
const library = pages.map((page) => ({
  page,
  prerequisites: [],
  chain: page.id,
  accountFile: '',
}));
const plan: Plan = { root: '/project', library, pages: library, locales: ['ja'] };

const reports = pages.map(({ id, locale, file, steps }) => ({
  page: id,
  locale,
  file,
  errors: [] as string[],
  steps: steps.map((step): StepReport => ({ ...describeStep(step), status: 'passed', durationMs: 1 })),
}));
const provenance = {
  date: '2026-01-05T00:00:00.000Z',
  target: 'sandbox',
  shell: 'simulated',
  cli: 'built-in',
  seed: 'tejun',
} as const;
const run = (reported: typeof reports) => ({
  provenance,
  pages: plan.pages.map((planned, index) => {
    const { id: page, locale, file } = planned.page;
    return fillMissingSteps(planned, reported[index] ?? { page, locale, file, steps: [], errors: [] });
  }),
  errors: [] as string[],
  durationMs: 1,
});

test('a run that reports every planned step passes', () => {
  expect(runPassed(run(reports))).toBe(true);
});

test('a step that was planned and not reported has failed', () => {
  const [first, second] = reports;
  const lossy = run([{ ...first, steps: first?.steps.slice(0, 2) ?? [] }, second] as typeof reports);
  expect(runPassed(lossy)).toBe(false);
  expect(JSON.parse([...jsonReport(lossy)].join('')).totals).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
    compared: 0,
  });
});

test('a page that was planned and not reported has failed', () => {
  expect(runPassed(run(reports.slice(0, 1)))).toBe(false);
});

test('what went wrong outside of steps fails the run', () => {
  expect(runPassed({ ...run(reports), errors: ['The worker died.'] })).toBe(false);
  expect(runPassed(run(reports.map((report) => ({ ...report, errors: ['No module.'] }))))).toBe(false);
});
