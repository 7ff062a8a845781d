import type { Bindings, Verdict } from '../matching/index.ts';
import type { Page, Step } from '../procedure/index.ts';

/** Values that the examples of a chain of pages stood for so far: one value, one meaning. */
interface ChainBindings {
  /** Values that the pages and steps above this one stood for: a step that is run again may stand for something new. */
  before(page: Page, step: Step): Bindings;
  learn(page: Page, step: Step, verdict: Verdict): void;
  /** Values that a step's result added to those above it. */
  addedBy(page: Page, step: Step): Bindings;
}

export function createBindings(): ChainBindings {
  /** By page, in the order in which pages were first run, then by step: what its result added. */
  const learnt = new Map<string, Map<string, Bindings>>();
  const before = ({ id, steps }: Page, step: Step): Bindings => {
    const order = [...learnt.keys()];
    const earlier = order.slice(0, order.includes(id) ? order.indexOf(id) : order.length);
    const above = steps.slice(
      0,
      steps.findIndex((other) => other.id === step.id),
    );
    return new Map([
      ...earlier.flatMap((page) => [...(learnt.get(page)?.values() ?? [])].flatMap((added) => [...added])),
      ...above.flatMap((other) => [...(learnt.get(id)?.get(other.id) ?? [])]),
    ]);
  };
  return {
    before,
    addedBy: (page, step) => learnt.get(page.id)?.get(step.id) ?? new Map(),
    learn: (page, step, { passed, bindings }) => {
      const known = before(page, step);
      const added = new Map([...bindings].filter(([example]) => !known.has(example)));
      const ofPage = learnt.get(page.id) ?? new Map<string, Bindings>();
      learnt.set(page.id, ofPage.set(step.id, passed ? added : new Map()));
    },
  };
}
