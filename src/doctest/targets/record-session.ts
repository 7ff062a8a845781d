import type { Practice, PracticeClock, StepOutcome } from '../../practice/index.ts';
import type { Recorder } from '../recording/recorder.ts';
import type { TargetSession } from './types.ts';

/** A session of which the calls of `aws` are kept. */
export function recordSession(
  practice: Practice,
  recorder: Recorder,
  clock: Pick<PracticeClock, 'account'>,
): TargetSession {
  return {
    run: async (page, step): Promise<StepOutcome> => {
      const outcome = await practice.run(page, step);
      if (step.role === 'elapse') return outcome;
      const output = 'output' in outcome ? outcome.output : undefined;
      recorder.take(step, clock.account(), output?.stopped);
      return outcome;
    },
    finish: (page) => recorder.finish(page),
    close: () => practice.close(),
  };
}
