import { applyVariables, type Page, type VariableValues } from '../../procedure/index.ts';
import type { ShellOutput } from '../../shell/index.ts';
import { outputOf } from '../session-state.ts';
import type { EventResult, SessionEvent, StepRef, TypedAs } from '../types.ts';

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
  const { script } = applyVariables(step, page.variables, values);
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

/** Output of a command that its reader stopped. */
export const STOPPED: ShellOutput = {
  ...{ stdout: '', stderr: '', exitCode: 130, stopped: 'stopped by the reader' },
};

/** An event that its reader stopped. */
export function stopped(event: SessionEvent): EventResult {
  if (event.kind === 'typed') return { event, output: STOPPED };
  if (event.kind === 'step' && event.typed)
    return { event: { kind: 'typed', script: event.typed.script, at: event.at }, output: STOPPED };
  return { event, outcome: { status: 'failed', reason: STOPPED.stopped ?? '', output: STOPPED } };
}

/** Tells whether it was stopped, by its reader or by a limit. */
export function isStopped(performed: Pick<EventResult, 'outcome' | 'output'>): boolean {
  return outputOf(performed)?.stopped !== undefined;
}

/** The steps among the events. */
export function refsOf(events: readonly SessionEvent[]): StepRef[] {
  return events.flatMap((event) => ('ref' in event && event.ref ? [event.ref] : []));
}
