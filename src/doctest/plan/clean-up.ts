import type { Page } from '../../procedure/index.ts';
import { isCleanUp } from '../../project/index.ts';
import type { PlannedPage } from './types.ts';

const courseOf = ({ locale, course }: Page): string => `${locale}:${course}`;

/** Adds the clean-up pages of the courses that have a page selected. */
export function addCleanUp(selected: Set<Page>, library: readonly PlannedPage[]): void {
  const courses = new Set([...selected].map(courseOf));
  for (const { page } of library) if (courses.has(courseOf(page)) && isCleanUp(page)) selected.add(page);
}

/**
 * Each clean-up after all that its course may make, also in other chains; and alone: what it builds on was run before
 * it or not at all, and is not made only to be put away.
 */
export function withCleanUpLast(library: readonly PlannedPage[]): PlannedPage[] {
  const unique = (values: readonly string[]): string[] => [...new Set(values)];
  return unique(library.map(({ page }) => courseOf(page)))
    .map((course) => library.filter(({ page }) => courseOf(page) === course))
    .flatMap((pages) => {
      const cleansUp = (chain: string): boolean =>
        pages.some((one) => one.chain === chain && isCleanUp(one.page));
      const chains = unique(pages.map(({ chain }) => chain));
      return [...chains.filter((chain) => !cleansUp(chain)), ...chains.filter(cleansUp)].flatMap((chain) =>
        cleanUpLast(pages.filter((one) => one.chain === chain)),
      );
    });
}

function cleanUpLast(chain: readonly PlannedPage[]): PlannedPage[] {
  const cleanUps = chain.filter(({ page }) => isCleanUp(page));
  return [
    ...chain.filter(({ page }) => !isCleanUp(page)),
    ...cleanUps.map((cleanUp) => ({ ...cleanUp, prerequisites: [] })),
  ];
}
