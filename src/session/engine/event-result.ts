import type { ShellOutput } from '../../shell/index.ts';
import { outputOf } from '../session-state.ts';
import type { EventResult, SessionEvent, StepRef } from '../types.ts';

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
