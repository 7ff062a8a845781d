import { expect, test } from 'vitest';
import type { Plan } from '../../../src/doctest/index.ts';
import { planForRun } from '../../../src/doctest/plan/for-run.ts';
import { aPage, aStep } from '../pages.ts';

const steps = [aStep(1), { ...aStep(2), only: ['bash'] }, { ...aStep(3), not: ['live'] }];
const page = { ...aPage('a'), steps };
const planned = { page, prerequisites: [page], chain: '', accountFile: '' };
const plan: Plan = { root: '/project', library: [planned], pages: [planned], locales: ['ja'] };
const skips = (names: readonly string[]) =>
  planForRun(plan, () => ({ names })).pages[0]?.page.steps.map(
    (step) => 'skip' in step && step.skip !== undefined,
  );

test('steps of other runs say why they are not run', () => {
  expect(skips(['sandbox', 'simulated'])).toEqual([false, true, false]);
  expect(skips(['live', 'bash'])).toEqual([false, false, true]);
});

test('a page is the same object wherever the plan names it', () => {
  const { pages, library } = planForRun(plan, () => ({ names: ['sandbox'] }));
  expect(pages[0]).toBe(library[0]);
  expect(pages[0]?.prerequisites[0]).toBe(pages[0]?.page);
});
