import { mentions, standingValue } from '../procedure/apply-variables.ts';
import type { Page, Variable, VariableValues } from '../procedure/index.ts';
import { isHidden } from '../procedure/is-hidden.ts';
import type { ShellOutput } from '../shell/index.ts';
import type { EventResult, SessionEvent, SessionState, SessionStepOutcome, StepRef } from './types.ts';

/** Storage key of a practice's journal. */
export const journalKey = (practice: string) => `tejun.journal.${practice}`;

/** Returns the last event of a step, the same object until it is run again. */
export function lastEventOf(state: SessionState, ref: StepRef): SessionEvent | undefined {
  return lastResultOf(state, ref)?.event;
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
export function lastOutcome(state: SessionState, ref: StepRef): SessionStepOutcome | undefined {
  return lastResultOf(state, ref)?.outcome;
}

function lastResultOf({ results }: SessionState, ref: StepRef): EventResult | undefined {
  return results.findLast(({ event }) => 'ref' in event && isSame(event.ref, ref));
}

/** Returns the output of a step or a typed command. */
export function outputOf({
  outcome,
  output,
}: Pick<EventResult, 'outcome' | 'output'>): ShellOutput | undefined {
  return outcome && 'output' in outcome ? outcome.output : output;
}

export function isSame(one: StepRef | undefined, other: StepRef): boolean {
  return one?.page === other.page && one.step === other.step;
}

/** Returns the number of a step among those that its reader sees, from 1; 0 where it is none of them. */
export function stepNumber(pages: readonly Page[], ref: StepRef): number {
  return shownSteps(pages, ref.page).findIndex((other) => isSame(other, ref)) + 1;
}

/** The steps of a page that its reader sees. */
export function shownSteps(pages: readonly Page[], page: string): StepRef[] {
  const steps = pages.find(({ id }) => id === page)?.steps ?? [];
  return steps.flatMap((step) => (isHidden(step) ? [] : [{ page, step: step.id }]));
}
