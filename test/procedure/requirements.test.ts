import { expect, test } from 'vitest';
import {
  checkPages,
  formatProblem,
  orderPages,
  type Page,
  prerequisites,
  readPage,
} from '../../src/procedure/index.ts';

interface Sketch {
  readonly requires?: string;
  readonly account?: string;
  readonly locale?: string;
  readonly folder?: string;
}

function page(
  id: string,
  { requires = '', account = 'account', locale = 'ja', folder = locale }: Sketch = {},
): Page {
  const source = `---\ntejun:\n  account: ${account}\n  requires: [${requires}]\n---\n`;
  const read = readPage(source, {
    ...{ id, file: `${folder}/${id}.mdx`, locale },
    isTranslation: folder.startsWith('i18n/'),
  });
  if (!read.page) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.page;
}

const names = (pages: readonly Page[]) => pages.map(({ locale, id }) => `${locale}:${id}`);
const told = (pages: readonly Page[]) => checkPages(pages).map(formatProblem);

test('required pages come first, all else keeps its order', () => {
  const pages = [
    page('c/overview'),
    page('c/clean-up', { requires: './run' }),
    page('c/run', { requires: 'c/get' }),
    page('c/get'),
    page('c/other'),
  ];
  expect(names(orderPages(pages))).toEqual([
    'ja:c/overview',
    'ja:c/get',
    'ja:c/run',
    'ja:c/clean-up',
    'ja:c/other',
  ]);
  expect(checkPages(pages)).toEqual([]);
});

test('the pages before a page come once each, in the order to run them', () => {
  const last = page('c/d', { requires: './b, ./c' });
  const pages = [last, page('c/c', { requires: './a' }), page('c/b', { requires: './a' }), page('c/a')];
  expect(names(prerequisites(last, pages))).toEqual(['ja:c/a', 'ja:c/b', 'ja:c/c']);
  expect(names(prerequisites(pages[3] as Page, pages))).toEqual([]);
});

test('a chain stays in its locale; a page not yet translated is the source page', () => {
  const english = page('c/run', { requires: './get', locale: 'en' });
  const japanese = [page('c/get'), page('c/run', { requires: './get' })];
  expect(names(prerequisites(english, [...japanese, english]))).toEqual(['ja:c/get']);
  const both = [...japanese, page('c/get', { locale: 'en' }), english];
  expect(names(prerequisites(english, both))).toEqual(['en:c/get']);
  expect(checkPages(both)).toEqual([]);
});

test('a translation without a source stands in for no page of another language', () => {
  const orphan = page('c/get', { locale: 'en', folder: 'i18n/en' });
  const japanese = page('c/run', { requires: './get' });
  const english = page('c/run', { requires: './get', locale: 'en', folder: 'i18n/en' });
  const pages = [japanese, orphan, english];
  expect(names(prerequisites(japanese, pages))).toEqual([]);
  expect(names(prerequisites(english, pages))).toEqual(['en:c/get']);
  expect(told(pages)).toEqual([
    'ja/c/run.mdx:4:14  The required page "c/get" does not exist.\n    Write the path of a page below docs/, without its extension.',
  ]);
});

test('a missing page is told with the name that was meant', () => {
  const pages = [
    page('c/get-token'),
    page('c/run', { requires: 'get-token, c/get-tokn, ./nothing-like-it' }),
  ];
  expect(told(pages)).toMatchInlineSnapshot(`
    [
      "ja/c/run.mdx:4:14  The required page "get-token" does not exist.
        Did you mean "c/get-token"?",
      "ja/c/run.mdx:4:25  The required page "c/get-tokn" does not exist.
        Did you mean "c/get-token"?",
      "ja/c/run.mdx:4:37  The required page "c/nothing-like-it" does not exist.
        Write the path of a page below docs/, without its extension.",
    ]
  `);
});

test('a circle is told once, from its first page, also one of a page with itself', () => {
  const pages = [
    page('c/outside', { requires: './b' }),
    page('c/a', { requires: './b' }),
    page('c/b', { requires: './c' }),
    page('c/c', { requires: './x, ./a' }),
    page('c/x'),
    page('c/self', { requires: './self' }),
  ];
  expect(told(pages)).toMatchInlineSnapshot(`
    [
      "ja/c/a.mdx:4:14  The pages require each other in a circle: c/a -> c/b -> c/c -> c/a.
        Remove one of these from "requires", so that a first page remains.",
      "ja/c/self.mdx:4:14  The pages require each other in a circle: c/self -> c/self.
        Remove one of these from "requires", so that a first page remains.",
    ]
  `);
  expect(orderPages(pages)).toHaveLength(pages.length);
  expect(names(prerequisites(pages[1] as Page, pages))).not.toContain('ja:c/a');
});

test('pages of one chain share an account', () => {
  const pages = [
    page('c/a'),
    page('c/b', { requires: './a', account: 'other' }),
    page('d/a', { requires: 'c/a' }),
  ];
  expect(told(pages)).toMatchInlineSnapshot(`
    [
      "ja/c/b.mdx:4:14  The required page "c/a" is practised in c/_account.yaml, this page in c/_other.yaml.
        Pages that require each other share one account: make "account" equal, or remove the page from "requires".",
      "ja/d/a.mdx:4:14  The required page "c/a" is practised in c/_account.yaml, this page in d/_account.yaml.
        Pages that require each other share one account: make "account" equal, or remove the page from "requires".",
    ]
  `);
});
