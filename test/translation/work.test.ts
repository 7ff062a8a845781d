import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareHeadings } from '../../src/translation/compare-headings.ts';
import { acceptPage, checkTranslations, type PagePair, siteStatus } from '../../src/translation/index.ts';
import { runs } from '../runs.ts';
import { pairOf } from './pairs.ts';

type State = 'fresh' | 'stale' | 'missing' | 'orphan';

const pageOf = (course: number, words: string): string =>
  `---\ntitle: Page\n---\n\n## A {/* #a */}\n\nText ${course} ${words}.\n\n## B {/* #b */}\n\nMore ${course}.\n`;

type Texts = Pick<PagePair, 'source' | 'translation'>;

const written = new Map<string, Texts>();

/** The texts of a page, which are made once: to accept a page takes longer than what is measured. */
function textsOf(course: number, state: State): Texts {
  const key = `${course} ${state}`;
  const texts = written.get(key) ?? write(course, state);
  written.set(key, texts);
  return texts;
}

function write(course: number, state: State): Texts {
  const source = pageOf(course, 'one');
  const accepted = acceptPage(pairOf(source, source.replaceAll('Text', 'Words')), 'ja');
  const translation = 'change' in accepted ? accepted.change.after : '';
  if (state === 'missing') return { source: pageOf(course, 'new'), translation: undefined };
  if (state === 'orphan') return { source: undefined, translation };
  return { source: state === 'stale' ? pageOf(course, 'two') : source, translation };
}

/** A site with as many courses of such pages; `work` counts how often a text is looked at. */
function siteOf(states: readonly State[], times: number) {
  let looks = 0;
  const counted = <Value>(value: Value) => ({
    enumerable: true,
    get: () => {
      looks += 1;
      return value;
    },
  });
  const pairs = Array.from({ length: times }, (_, time) =>
    states.map((state, index) => ({ state, time, index })),
  )
    .flat()
    .map(({ state, time, index }): PagePair => {
      const course = time * states.length + index;
      const { source, translation } = textsOf(course, state);
      const names = {
        id: `c-${course}/p`,
        sourceFile: `docs/c-${course}/p.mdx`,
        file: `i18n/en/c-${course}/p.mdx`,
      };
      return Object.defineProperties(
        { ...pairOf(source, translation), ...names },
        { source: counted(source), translation: counted(translation) },
      );
    });
  const locales = { source: 'ja', translations: ['en'], settings: {} };
  return { site: { root: '/', locales, pairs }, work: () => looks };
}

const TASKS: Readonly<Record<string, (site: ReturnType<typeof siteOf>['site']) => unknown>> = {
  'finding the states': (site) => siteStatus(site, site.pairs),
  'comparing the commands': (site) => checkTranslations(site),
};
const states = fc.array(fc.constantFrom<State>('fresh', 'stale', 'missing', 'orphan'), {
  minLength: 4,
  maxLength: 8,
});

test.each(Object.entries(TASKS))(
  '%s of translations: twice the pages are twice the work',
  async (_, task) => {
    await fc.assert(
      fc.asyncProperty(states, async (all) => {
        const work = async (times: number): Promise<number> => {
          const { site, work } = siteOf(all, times);
          await task(site);
          return work();
        };
        expect(await work(4)).toBeLessThanOrEqual(2.1 * (await work(2)));
      }),
      { numRuns: runs(20) },
    );
  },
);

test('comparing headings: twice the headings are twice the work', () => {
  const work = (count: number): number => {
    let looks = 0;
    const headings = Array.from({ length: count }, (_, index) =>
      Object.defineProperties(
        { heading: '', prose: 'same' },
        {
          heading: {
            enumerable: true,
            get: () => {
              looks += 1;
              return `h-${index}`;
            },
          },
        },
      ),
    );
    compareHeadings(headings, headings);
    return looks;
  };
  expect(work(200)).toBeLessThanOrEqual(2.1 * work(100));
});
