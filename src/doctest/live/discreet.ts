import type { Practice, StepOutcome } from '../../practice/index.ts';
import type { Scrubber } from '../recording/scrub/index.ts';

/** What becomes of steps, told without what must not be published: no reporter ever sees it. */
export function discreet(practice: Practice, scrubber: Scrubber): Practice {
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

/** Plain data with other strings in it; a Map stays as it is, for it is not told. */
function mapStrings<Data>(data: Data, change: (text: string) => string): Data;
function mapStrings(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((item) => mapStrings(item, change));
  if (typeof data !== 'object' || data === null || data instanceof Map) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, mapStrings(value, change)]));
}
