import type { Page, Variable, VariableValues } from '../procedure/index.ts';
import { mentions, standingValue } from '../procedure/variables.ts';
import type { SessionEvent, SessionState, StepOutcome, StepRef } from './types.ts';

/** Storage key of a practice's journal. */
export const journalKey = (practice: string) => `tejun.journal.${practice}`;

/** Returns the last event of a step, the same object until it is run again. */
export function lastEventOf({ results }: SessionState, ref: StepRef): SessionEvent | undefined {
  return results.findLast(({ event, outcome }) => outcome && 'ref' in event && isSame(event.ref, ref))?.event;
}

/** Tells whether a step was run with other values than the current ones, and its commands use them. */
export function isStale(
  event: SessionEvent,
  variables: readonly Variable[],
  values: VariableValues,
): boolean {
  if (event.kind !== 'step') return false;
  return variables.some((variable) => {
    const then = standingValue(variable, event.values ?? {});
    return then !== standingValue(variable, values) && mentions(event.script, { ...variable, default: then });
  });
}

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
