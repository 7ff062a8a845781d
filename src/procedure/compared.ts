import type { Step } from './types.ts';

/**
 * Tells whether a run compares what a step prints: with its result example or `shows=`, or, for a check, the values with each other.
 * Of any other step, a run only knows whether it failed.
 */
export function isCompared(step: Step): boolean {
  if (step.role === 'check') return true;
  if (step.role !== 'command') return false;
  return step.shows !== undefined || (step.result !== undefined && step.result.match !== 'none');
}
