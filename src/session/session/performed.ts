import type { ShellOutput } from '../../shell/index.ts';
import type { JournalEntry, Performed, StepRef } from '../types.ts';

/** What a command gave that its reader stopped. */
export const STOPPED: ShellOutput = {
  ...{ stdout: '', stderr: '', exitCode: 130, stopped: 'stopped by the reader' },
};

/** An entry that its reader stopped. */
export function stopped(entry: JournalEntry): Performed {
  if (entry.kind === 'typed') return { entry, output: STOPPED };
  return { entry, outcome: { status: 'failed', reason: STOPPED.stopped ?? '', output: STOPPED } };
}

/** Whether it was stopped, by its reader or by a limit. */
export function isStopped({ outcome, output }: Pick<Performed, 'outcome' | 'output'>): boolean {
  const given = outcome && 'output' in outcome ? outcome.output : output;
  return given?.stopped !== undefined;
}

/** The steps among the entries. */
export function refsOf(entries: readonly JournalEntry[]): StepRef[] {
  return entries.flatMap((entry) => ('ref' in entry && entry.ref ? [entry.ref] : []));
}
