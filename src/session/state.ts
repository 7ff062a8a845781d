import type { Page } from '../procedure/index.ts';
import type { SessionState, StepOutcome, StepRef } from './types.ts';

/** Where the journal of a practice is kept. */
export const journalKey = (practice: string) => `tejun.journal.${practice}`;

/** The last outcome of a step, the same object until it is run again. */
export function outcomeOf({ results }: SessionState, ref: StepRef): StepOutcome | undefined {
  return results.findLast(({ event }) => 'ref' in event && isSame(event.ref, ref))?.outcome;
}

export function isSame(one: StepRef | undefined, other: StepRef): boolean {
  return one?.page === other.page && one.step === other.step;
}

/** The steps of a page that its reader sees. */
export function shownSteps(pages: readonly Page[], page: string): StepRef[] {
  const steps = pages.find(({ id }) => id === page)?.steps ?? [];
  return steps.flatMap(({ id, role }) =>
    role === 'setup' || role === 'cleanup' ? [] : [{ page, step: id }],
  );
}
