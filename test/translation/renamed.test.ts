import { expect, test } from 'vitest';
import { orphanProblemsIn } from '../../src/translation/renamed.ts';
import { acceptedText, pairOf } from './pairs.ts';

const source =
  '## 目的 {/* #purpose */}\n\n目的です。\n\n## 実行 {/* #run */}\n\n実行します。\n\n## 確認 {/* #check */}\n\n確認します。\n';
const translation = '## Purpose {/* #purpose */}\n\n## Run {/* #run */}\n\n## Check {/* #check */}\n';
const orphan = pairOf(undefined, acceptedText(source, translation));
const other = (text: string, file = 'i18n/en/new.mdx', locale = 'en') => ({
  ...pairOf(text, undefined),
  ...{ file, locale, sourceFile: 'docs/new.mdx' },
});

test('a renamed source is found by what was translated, also where some of it has changed since', () => {
  const [page, near] = [
    other(source.replace('実行します。', '今すぐ実行します。')),
    other('## 別 {/* #run */}\n'),
  ];
  expect(orphanProblemsIn([near, page])(orphan)).toMatchObject({
    ...{ code: 'orphan', message: 'This is a translation of docs/new.mdx, which was docs/c/p.mdx.' },
    fix: 'Let it follow: `npm run i18n -- mv c/p new`.',
  });
});

test.each([
  ['another page', other('## 目的 {/* #purpose */}\n\n目的です。\n')],
  ['a page that is translated', { ...other(source), translation: 'x' }],
  ['a page of another language', other(source, 'i18n/ko/new.mdx', 'ko')],
])('%s is not offered', (_, page) => {
  expect(orphanProblemsIn([page])(orphan).message).toMatch(/^There is no docs\/c\/p\.mdx/);
});
