import { fillIn, type Page, type VariableValues } from '../../procedure/index.ts';
import type { SessionEvent, StepRef, TypedAs } from '../types.ts';

/** Creates the journal entry of running a step at an instant; undefined where the step no longer exists. */
export function eventFor(
  ref: StepRef,
  pages: readonly Page[],
  values: VariableValues,
  typed?: TypedAs,
): ((at: number) => SessionEvent) | undefined {
  const page = pages.find(({ id }) => id === ref.page);
  const step = page?.steps.find(({ id }) => id === ref.step);
  if (!page || !step) return undefined;
  if (step.role === 'elapse') return (at) => ({ kind: 'elapse', ref, ms: step.durationMs, at });
  const { script } = fillIn(step, page.variables, values);
  // The example may show a value that the command does not.
  const isChosen = Object.keys(values).length > 0;
  return (at) => ({
    kind: 'step',
    ref,
    script,
    ...(isChosen && { values }),
    ...(typed && { typed }),
    at,
  });
}
