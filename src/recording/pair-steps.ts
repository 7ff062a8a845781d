import type { Page, RunnableStep } from '../procedure/index.ts';
import type { RecordedStep, Recording } from './types.ts';

/**
 * Which step of a recording belongs to each step of the page, by the page's ids: the one with the same script (the
 * first with the first, where several are equal), else the one of the same id whose script no step has any more.
 */
export function pairSteps(page: Page, recording: Recording): Map<string, RecordedStep> {
  const free = new Set(recording.steps);
  const pairs = new Map<string, RecordedStep>();
  const steps = page.steps.filter((step): step is RunnableStep => step.role !== 'elapse');
  const take = (fits: (step: RunnableStep, recorded: RecordedStep) => boolean) => {
    for (const step of steps) {
      if (pairs.has(step.id)) continue;
      const found = [...free].find((recorded) => fits(step, recorded));
      if (!found) continue;
      free.delete(found);
      pairs.set(step.id, found);
    }
  };
  take((step, { id, script }) => step.id === id && step.script === script);
  take((step, { script }) => step.script === script);
  take((step, { id }) => step.id === id);
  return pairs;
}
