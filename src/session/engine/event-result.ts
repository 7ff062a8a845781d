import type { ShellOutput } from '../../shell/index.ts';
import type { EventResult, SessionEvent, StepRef } from '../types.ts';

/** What a command gave that its reader stopped. */
export const STOPPED: ShellOutput = {
  ...{ stdout: '', stderr: '', exitCode: 130, stopped: 'stopped by the reader' },
};

/** An event that its reader stopped. */
export function stopped(event: SessionEvent): EventResult {
  if (event.kind === 'typed') return { event, output: STOPPED };
  return { event, outcome: { status: 'failed', reason: STOPPED.stopped ?? '', output: STOPPED } };
}

/** Whether it was stopped, by its reader or by a limit. */
export function isStopped({ outcome, output }: Pick<EventResult, 'outcome' | 'output'>): boolean {
  const given = outcome && 'output' in outcome ? outcome.output : output;
  return given?.stopped !== undefined;
}

/** The steps among the events. */
export function refsOf(events: readonly SessionEvent[]): StepRef[] {
  return events.flatMap((event) => ('ref' in event && event.ref ? [event.ref] : []));
}
