import type { Bindings } from '../matching/index.ts';
import { effectiveValue, mentions } from '../procedure/apply-variables.ts';
import { flowOn } from '../procedure/flow-on.ts';
import type { Page, Variable, VariableValues } from '../procedure/index.ts';
import { isHidden } from '../procedure/run-facts.ts';
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
    const then = effectiveValue(variable, event.values ?? {});
    return (
      then !== effectiveValue(variable, values) && mentions(event.script, { ...variable, default: then })
    );
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

const NONE: Bindings = new Map();

/**
 * Returns the values that the steps above a step stood for, as its button would run it; none where the step is written
 * as it must be run.
 */
function ownValuesAbove(state: SessionState, ref: StepRef): Bindings {
  const { pages = [], results } = state;
  const page = pages.find(({ id }) => id === ref.page);
  const step = page?.steps.find(({ id }) => id === ref.step);
  if (!page || !step || ('replace' in step && step.replace === 'off')) return NONE;
  const begun = [
    ...new Set(results.flatMap(({ event }) => ('ref' in event && event.ref ? [event.ref.page] : []))),
  ];
  const earlier = begun.includes(page.id) ? begun.slice(0, begun.indexOf(page.id)) : begun;
  const stepsAbove = [
    ...earlier.flatMap((id) =>
      (pages.find((other) => other.id === id)?.steps ?? []).map((other) => [id, other.id]),
    ),
    ...page.steps.slice(0, page.steps.indexOf(step)).map((other) => [page.id, other.id]),
  ];
  return new Map(
    stepsAbove.flatMap(([page = '', step = '']) => {
      const outcome = lastOutcome(state, { page, step });
      return outcome?.status === 'passed' && outcome.own ? [...outcome.own] : [];
    }),
  );
}

/** Returns a text of the page as its reader would run it: with the values that they got for those that examples show. */
export function withOwnValues(text: string, state: SessionState, ref: StepRef): string {
  return flowOn(text, ownValuesAbove(state, ref)).script;
}
