import type { Bindings } from '../matching/index.ts';
import { flowOn } from '../procedure/flow-on.ts';
import { lastOutcome } from './session-state.ts';
import type { SessionState, StepRef } from './types.ts';

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
