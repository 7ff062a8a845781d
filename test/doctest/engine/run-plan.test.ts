import { expect, test } from 'vitest';
import { type RunPlanOptions, runPlan } from '../../../src/doctest/engine/run-plan.ts';
import type { PageRunner } from '../../../src/doctest/engine/types.ts';
import type { Plan } from '../../../src/doctest/index.ts';
import { runPassed, summaryText } from '../../../src/doctest/index.ts';
import { describeStep } from '../../../src/doctest/report/step.ts';
import { isFlaky } from '../../../src/doctest/report/totals.ts';
import type { StepReport } from '../../../src/doctest/report/types.ts';
import { aPage } from '../pages.ts';

const page = { ...aPage('page', [], 0), steps: aPage('page', [], 3).steps };
const plan: Plan = {
  root: '/',
  locales: ['ja'],
  library: [],
  pages: [{ page, prerequisites: [], chain: 'ja:course/page', accountFile: 'package.json' }],
};

/** Runs the plan with a runner that reports, at each attempt, the statuses given for it. */
async function run(
  attempts: readonly (readonly StepReport['status'][])[],
  retry?: number,
  onStep?: RunPlanOptions['onStep'],
) {
  const left = [...attempts];
  let sessions = 0;
  const runner: PageRunner = {
    run: async (_task, events) => {
      // The end of the step is never told.
      events.began(0);
      const statuses = left.shift() ?? [];
      const steps = statuses.map((status, index): StepReport => {
        const step = page.steps[index];
        if (!step) throw new RangeError('There is no such step.');
        return {
          ...describeStep(step),
          status,
          durationMs: 1,
          ...(status === 'failed' && { reason: 'by chance' }),
        };
      });
      return { page: page.id, locale: page.locale, file: page.file, steps, errors: [] };
    },
    endSession: async () => {
      sessions += 1;
    },
    close: async () => undefined,
  };
  const report = await runPlan(
    { ...plan, root: process.cwd() },
    {
      run: {
        target: { target: 'sandbox', shell: 'simulated', root: process.cwd() },
        seed: 'tejun',
        updatesExamples: false,
        lanes: 1,
        notes: [],
        provenance: { date: '', target: 'sandbox', shell: 'simulated', cli: '', seed: '' },
      },
      pool: { runners: () => [runner], close: async () => undefined },
      retry,
      onStep,
    },
  );
  return { report, page: report.pages[0], sessions: () => sessions };
}

const PASSED = ['passed', 'passed', 'passed'] as const;
const FLAKY = ['passed', 'failed', 'skipped'] as const;

test('a page that fails and then passes is reported as flaky, with the step that failed', async () => {
  const { report, page, sessions } = await run([FLAKY, PASSED], 2);
  expect(page?.retried).toMatchObject({ attempts: 2, failures: [{ id: 'step-2', reason: 'by chance' }] });
  expect(page && isFlaky(page)).toBe(true);
  expect(summaryText(report, { color: false })).toMatch(/flaky/);
  // Each attempt has a session of its own.
  expect(sessions()).toBe(2);
});

test('without --retry it has failed, and so has a page that fails at every attempt', async () => {
  expect(runPassed((await run([FLAKY, PASSED])).report)).toBe(false);
  const { report, page } = await run([FLAKY, FLAKY, FLAKY], 2);
  expect(runPassed(report)).toBe(false);
  expect(page && isFlaky(page)).toBe(false);
});

test('a step that was not reported has failed', async () => {
  const { report, page } = await run([['passed', 'passed']]);
  expect(runPassed(report)).toBe(false);
  expect(page?.steps.map(({ status }) => status)).toEqual(['passed', 'passed', 'failed']);
});

test('what was begun for a step is over with its attempt, though its end is never told', async () => {
  const told: string[] = [];
  await run([FLAKY, PASSED], 1, (_page, { id }) => {
    told.push(`begun ${id}`);
    return () => void told.push(`over ${id}`);
  });
  expect(told).toEqual(['begun step-1', 'over step-1', 'begun step-1', 'over step-1']);
});
