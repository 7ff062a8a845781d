import type { ReaderOutcome, ReaderState, StepRef } from './types.ts';

/** Where the journal of a practice is kept. */
export const journalKey = (practice: string) => `tejun.journal.${practice}`;

/** The last outcome of a step, the same object until it is run again. */
export function outcomeOf({ performed }: ReaderState, ref: StepRef): ReaderOutcome | undefined {
  return performed.findLast(({ entry }) => 'ref' in entry && isSame(entry.ref, ref))?.outcome;
}

export function isSame(one: StepRef | undefined, other: StepRef): boolean {
  return one?.page === other.page && one.step === other.step;
}
