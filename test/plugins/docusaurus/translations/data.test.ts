import type { I18n } from '@docusaurus/types';
import { expect, test } from 'vitest';
import { languages, noticeOf } from '../../../../plugins/docusaurus/translations/data.ts';
import type { Freshness, PageStatus, Site } from '../../../../src/translation/index.ts';

const locales = { source: 'ja', translations: ['en'], settings: {} };
const site: Site = { root: '/', locales, pairs: [] };
const status = (page: string, state: Freshness, more: Partial<PageStatus> = {}): PageStatus => ({
  ...{ page, locale: 'en', state, headings: [], problems: [] },
  ...{ sourceFile: `docs/${page}.mdx`, file: `i18n/en/${page}.mdx` },
  ...more,
});
const headings: PageStatus['headings'] = [
  { heading: '実行', translated: 'Run', anchor: 'run', state: 'stale' },
  { heading: '確認', anchor: 'check', state: 'missing' },
  { heading: '終わり', translated: 'End', anchor: 'end', state: 'fresh' },
];

test('readers of a translation are told what is stale, by its headings where it is known which', () => {
  const stale = status('c/a', 'stale', { headings });
  expect(noticeOf({ ...stale, changes: [] })).toEqual({
    state: 'stale',
    headings: [{ text: 'Run', anchor: 'run' }, { text: '確認' }],
  });
  const unknown = headings.map((heading) => ({ ...heading, state: 'stale' as const }));
  expect(noticeOf(status('c/a', 'stale', { headings: unknown }))?.headings).toEqual([]);
  expect(noticeOf(status('c/a', 'missing', { headings }))).toEqual({ state: 'missing', headings: [] });
  expect(noticeOf(status('c/b', 'fresh'))).toBeUndefined();
});

test('the table lists pages folder by folder, in the order of the sidebar, with addresses in their language', () => {
  const localeConfigs = { ja: { baseUrl: '/' }, en: { baseUrl: '/en/', label: 'English', htmlLang: 'en' } };
  const i18n = { currentLocale: 'ja', localeConfigs } as unknown as I18n;
  const pages = new Map([
    ['c/b', { title: 'B', permalink: '/docs/c/b', position: 1 }],
    ['c/a', { title: 'A', permalink: '/docs/c/a', position: 2 }],
  ]);
  const orphan = { code: 'orphan', file: '', line: 1, column: 1, message: '', fix: '' };
  const [english] = languages(
    site,
    [
      status('d/x', 'orphan', { problems: [orphan] }),
      status('c/a', 'missing'),
      status('c/b', 'fresh', { problems: [{ ...orphan, code: 'commands-differ' }] }),
    ],
    { pages, i18n, repository: 'https://git.example/r' },
  );
  expect(english).toMatchObject({ locale: 'en', label: 'English' });
  expect(
    english?.rows.map(({ page, title, differs, permalink, edit }) => [page, title, differs, permalink, edit]),
  ).toEqual([
    ['c/b', 'B', true, '/en/docs/c/b', 'https://git.example/r/edit/main/i18n/en/c/b.mdx'],
    ['c/a', 'A', false, '/en/docs/c/a', 'https://git.example/r/edit/main/docs/c/a.mdx'],
    ['d/x', 'd/x', false, undefined, 'https://git.example/r/edit/main/i18n/en/d/x.mdx'],
  ]);
});
