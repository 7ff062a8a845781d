import { expect, test } from 'vitest';
import { PageRow } from '../../../src/components/Translations/PageRow.tsx';
import type { TranslationRow } from '../../../src/site/translations.ts';
import { markup, words } from '../markup.ts';

const row = (more: Partial<TranslationRow>): TranslationRow => ({
  ...{
    page: 'c/p',
    title: 'P',
    state: 'fresh',
    differs: false,
    headings: [],
    edit: '/edit',
    permalink: '/en/docs/c/p',
  },
  ...more,
});

test.each<[Partial<TranslationRow>, string | undefined]>([
  [{ state: 'fresh' }, undefined],
  [{ state: 'stale' }, 'npm run i18n -- accept c/p --locale en'],
  [{ state: 'untracked' }, 'npm run i18n -- accept c/p --locale en'],
  [{ state: 'missing' }, 'npm run i18n -- new en c/p'],
  [{ state: 'orphan' }, undefined],
  [{ state: 'fresh', differs: true }, 'npm run i18n -- sync'],
])('after %j comes %s', (more, command) => {
  const [, ...commands] = markup(PageRow, { row: row(more), locale: 'en' }).match(/(?<=<code>)[^<]+/g) ?? [];
  expect(commands).toEqual(command === undefined ? [] : [command]);
});

test('changed headings are named; a page that is missing links to its source', () => {
  expect(words(PageRow, { row: row({ state: 'stale', headings: ['A', 'B'] }), locale: 'en' })).toContain(
    '変更のある見出し: A / B',
  );
  const missing = markup(PageRow, { row: row({ state: 'missing', permalink: undefined }), locale: 'en' });
  expect(missing).toContain('<a href="/edit">原文のファイル</a>');
  expect(missing).not.toContain('/en/docs');
});
