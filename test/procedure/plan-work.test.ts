import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainNames } from '../../src/doctest/plan/chains.ts';
import { checkPages, orderPages, type Page, prerequisitesIn } from '../../src/procedure/index.ts';
import { aPage } from '../doctest/pages.ts';

/** Courses of a few pages, each page requiring the one before it; `work` counts how often a page is looked at. */
function courses(count: number, length: number): { pages: Page[]; work(): number } {
  let looks = 0;
  const counted = <Value>(value: Value) => ({
    enumerable: true,
    get: () => {
      looks += 1;
      return value;
    },
  });
  const pages = Array.from({ length: count * length }, (_, index) => {
    const [course, place] = [Math.floor(index / length), index % length];
    const requires = place > 0 ? [`course-${course}/page-${place - 1}`] : [];
    const page = { ...aPage('page'), course: `course-${course}` };
    return Object.defineProperties(page, {
      id: counted(`course-${course}/page-${place}`),
      requires: counted(requires),
    });
  });
  return { pages, work: () => looks };
}

const TASKS: Readonly<Record<string, (pages: readonly Page[]) => unknown>> = {
  'checking the pages': checkPages,
  'ordering them': orderPages,
  'finding what each requires': (pages) => pages.map(prerequisitesIn(pages)),
  'tying them into chains': chainNames,
};

test.each(Object.entries(TASKS))('%s: twice the courses are twice the work', (_, task) => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 1, max: 5 }), (count, length) => {
      const work = (times: number): number => {
        const made = courses(count * times, length);
        task(made.pages);
        return made.work();
      };
      expect(work(2)).toBeLessThanOrEqual(2.1 * work(1));
    }),
    { numRuns: 30 },
  );
});
