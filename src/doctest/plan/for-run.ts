import { type Page, pageForRun, type RunFacts } from '../../procedure/index.ts';
import { withSteps } from '../packed.ts';
import { simulatedFacts } from './simulated-facts.ts';
import type { Plan, PlannedPage } from './types.ts';

/** Makes the plan of a run whose facts are known: steps that it does not run say why, results are its own. */
export function planForRun(plan: Plan, factsOf: (page: Page) => RunFacts = simulatedFacts(plan.root)): Plan {
  const known = new Map<Page, Page>();
  const adapt = (page: Page): Page => {
    const adapted = known.get(page) ?? adaptedTo(factsOf(page), page);
    known.set(page, adapted);
    return adapted;
  };
  const planned = new Map<PlannedPage, PlannedPage>();
  const adaptPlanned = (one: PlannedPage): PlannedPage => {
    const adapted = planned.get(one) ?? {
      ...one,
      page: adapt(one.page),
      prerequisites: one.prerequisites.map(adapt),
    };
    planned.set(one, adapted);
    return adapted;
  };
  return { ...plan, factsOf, pages: plan.pages.map(adaptPlanned), library: plan.library.map(adaptPlanned) };
}

const adaptedTo = (facts: RunFacts, page: Page): Page => withSteps(page, () => pageForRun(page, facts).steps);
