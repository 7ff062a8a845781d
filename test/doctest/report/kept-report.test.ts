import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { keptReport } from '../../../src/doctest/report/kept-report.ts';
import { reportPass } from '../../../src/doctest/report/step.ts';
import { pageFailed, stepTotals } from '../../../src/doctest/report/totals.ts';
import type { PageReport } from '../../../src/doctest/report/types.ts';
import { aPage } from '../pages.ts';

const page = aPage('page', [], 3);
const planned = { page, prerequisites: [], chain: 'ja:course/page', accountFile: '_account.yaml' };

const reportOf = (change: (steps: PageReport['steps']) => PageReport['steps']): PageReport => ({
  page: page.id,
  locale: page.locale,
  file: page.file,
  steps: change(page.steps.map((step, index) => reportPass(step, index + 0.125))),
  errors: [],
});

test.each([
  ['a page that passed', reportOf((steps) => steps)],
  [
    'a step that failed',
    reportOf(([first, ...rest]) => (first ? [{ ...first, status: 'failed', reason: 'x' }, ...rest] : [])),
  ],
  ['a result that was revised', reportOf((steps) => steps.map((step) => ({ ...step, revised: 'new' })))],
  ['a step that is missing', reportOf((steps) => steps.slice(1))],
  ['a page run again', { ...reportOf((steps) => steps), retried: { attempts: 2, failures: [] } }],
])('a kept report of %s is what it was', (_, report) => {
  const kept = keptReport(planned, report);
  expect(kept).toEqual(report);
  expect(structuredClone(kept)).toEqual(report);
  expect([stepTotals([kept]), pageFailed(kept)]).toEqual([stepTotals([report]), pageFailed(report)]);
});

/** In a function of its own: no variable of the test holds the steps. */
function keptAndHeld() {
  const report = reportOf((steps) => steps);
  return { kept: keptReport(planned, report), held: new WeakRef(report.steps) };
}

test('the reports of its steps are let go', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { kept, held } = keptAndHeld();
  await setImmediate();
  collect();
  expect(held.deref()).toBeUndefined();
  expect(kept.steps.map(({ durationMs }) => durationMs)).toEqual([0.125, 1.125, 2.125]);
});
