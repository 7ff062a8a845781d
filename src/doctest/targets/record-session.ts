import type { Practice, PracticeClock, StepOutcome } from '../../practice/index.ts';
import type { Page, RunnableStep } from '../../procedure/index.ts';
import type { Recorder } from '../recording/recorder.ts';
import type { TargetSession } from './types.ts';

/** A session of which the calls of `aws` are kept. */
export function recordSession(
  practice: Practice,
  recorder: Recorder,
  clock: Pick<PracticeClock, 'account'>,
): TargetSession {
  /** Pages that were not run whole: one reason each is enough. */
  const parts = new Set<string>();
  const whyNot = (page: Page, step: RunnableStep, outcome: StepOutcome): string | undefined => {
    if (outcome.status !== 'skipped') return outcome.output?.stopped;
    if (step.skip !== undefined || parts.has(page.id)) return undefined;
    parts.add(page.id);
    return outcome.reason;
  };
  return {
    run: async (page, step): Promise<StepOutcome> => {
      const outcome = await practice.run(page, step);
      if (step.role !== 'elapse') recorder.take(step, clock.account(), whyNot(page, step, outcome));
      return outcome;
    },
    finish: (page) => recorder.finish(page),
    close: () => practice.close(),
  };
}
