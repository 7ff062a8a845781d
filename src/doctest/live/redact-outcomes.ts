import type { Practice, StepOutcome } from '../../practice/index.ts';
import { mapStrings } from '../map-strings.ts';
import type { Scrubber } from '../recording/scrub/index.ts';

/** Redacts the outcomes of steps: no reporter sees what must not be published. */
export function redactOutcomes(practice: Practice, scrubber: Scrubber): Practice {
  return {
    ...practice,
    run: async (page, step): Promise<StepOutcome> => {
      const outcome = await practice.run(page, step);
      if ('output' in outcome && outcome.output) {
        const written = page.steps.map((one) => (one.role === 'elapse' ? '' : one.script)).join('\n');
        for (const text of [outcome.output.stdout, outcome.output.stderr]) scrubber.learn(text, written);
      }
      return mapStrings(outcome, (text) => scrubber.scrub(text));
    },
  };
}
