import { describe, expect, test } from 'vitest';
import { supervise } from '../../../src/doctest/engine/supervise.ts';
import type { PageRunner, PageTask, StepEvents } from '../../../src/doctest/engine/types.ts';
import { describeStep } from '../../../src/doctest/report/step.ts';
import type { StepReport } from '../../../src/doctest/report/types.ts';
import type { Page } from '../../../src/procedure/index.ts';
import { aPage } from '../pages.ts';

const task = (page: Page, prerequisites: Page[] = []): PageTask => ({
  page: { ...page, steps: page.steps.map((step) => ({ ...step, timeoutMs: 1 }) as typeof step) },
  prerequisites,
  chain: 'chain',
  account: { text: '', file: '_account.yaml' },
  target: { target: 'sandbox', shell: 'simulated', root: process.cwd() },
  seed: 'tejun',
});

const silent: StepEvents = { began: () => undefined, ended: () => undefined };

/** Runners of which the first passes one step and then does what `then` does; the others pass everything. */
function runners(then: () => Promise<never>) {
  let opened = 0;
  const closed: number[] = [];
  const open = (): PageRunner => {
    opened += 1;
    const number = opened;
    return {
      run: async ({ page }, events) => {
        const steps: StepReport[] = [];
        for (const [index, step] of page.steps.entries()) {
          events.began(index);
          if (number === 1 && index === 1) await then();
          const report: StepReport = { ...describeStep(step), status: 'passed', durationMs: 1 };
          steps.push(report);
          events.ended(index, report);
        }
        return { page: page.id, locale: page.locale, file: page.file, steps, errors: [] };
      },
      endSession: async () => undefined,
      close: async () => void closed.push(number),
    };
  };
  return { open, closed, count: () => opened };
}

describe.each([
  [
    'never answers',
    () => new Promise<never>(() => undefined),
    'It did not end within 1 s, and could not be stopped.',
  ],
  [
    'breaks',
    () => Promise.reject(new Error('The thread ended with exit code 1.')),
    'The thread ended with exit code 1.',
  ],
])('a runner that %s', (_, then, reason) => {
  const first = aPage('first', [], 3);

  test('is replaced; its step has failed, the rest of the page is skipped', async () => {
    const { open, closed, count } = runners(then);
    const supervised = supervise(open, { graceMs: 50 });
    const { steps } = await supervised.run(task(first), silent);
    expect(steps.map(({ status }) => status)).toEqual(['passed', 'failed', 'skipped']);
    expect(steps[1]?.reason).toBe(reason);
    expect(closed).toEqual([1]);
    const other = await supervised.run(task(aPage('other', [], 2)), silent);
    expect(other.steps.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(count()).toBe(2);
  });

  test('blocks the pages that require the page', async () => {
    const supervised = supervise(runners(then).open, { graceMs: 50 });
    await supervised.run(task(first), silent);
    const { steps } = await supervised.run(task(aPage('second', ['first'], 2), [first]), silent);
    expect(steps.map(({ status }) => status)).toEqual(['failed', 'skipped']);
    expect(steps[0]?.reason).toContain(`${first.file}:8, on which it builds, failed: ${reason}`);
  });
});
