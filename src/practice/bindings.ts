import type { Bindings, Verdict } from '../matching/index.ts';
import type { Page, Step } from '../procedure/index.ts';

/** Actual values of the example values of a page so far: one value, one meaning. */
interface PageBindings {
  /** Bindings from the steps above this one: a step that is run again may bind new values. */
  before(page: Page, step: Step): Bindings;
  learn(page: Page, step: Step, verdict: Verdict): void;
}

export function createBindings(): PageBindings {
  /** By page, then by step: what its result added. */
  const learnt = new Map<string, Map<string, Bindings>>();
  const before = ({ id, steps }: Page, step: Step): Bindings => {
    const above = steps.slice(
      0,
      steps.findIndex((other) => other.id === step.id),
    );
    return new Map(above.flatMap((other) => [...(learnt.get(id)?.get(other.id) ?? [])]));
  };
  return {
    before,
    learn: (page, step, { passed, bindings }) => {
      const known = before(page, step);
      const added = new Map([...bindings].filter(([example]) => !known.has(example)));
      const ofPage = learnt.get(page.id) ?? new Map<string, Bindings>();
      learnt.set(page.id, ofPage.set(step.id, passed ? added : new Map()));
    },
  };
}
