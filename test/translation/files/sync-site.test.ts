import { expect, test } from 'vitest';
import { checkTranslations, syncSite } from '../../../src/translation/index.ts';
import { pairOf } from '../pairs.ts';

const fence = '```bash command\nls\n```\n';
const source = `## 実行 {/* #run */}\n\n${fence}`;
const wrong = '## Run {/* #run */}\n\n```bash command\npwd\n```\n';

test('only pages that change are changes, and pages without a partner are left alone', () => {
  const { changes, fixed, unreadable } = syncSite([
    pairOf(source, wrong),
    pairOf(source, `## Run {/* #run */}\n\n${fence}`),
    pairOf(source, undefined),
    pairOf(undefined, wrong),
  ]);
  expect(changes).toEqual([
    { file: pairOf(source, wrong).file, before: wrong, after: wrong.replace('pwd', 'ls') },
  ]);
  expect(fixed.map(({ code }) => code)).toEqual(['commands-differ']);
  expect(unreadable).toEqual([]);
});

test('a page that cannot be read stops no other', () => {
  const { changes, unreadable } = syncSite([pairOf('{', wrong), pairOf(source, wrong)]);
  expect([changes.length, unreadable.map(({ file }) => file)]).toEqual([1, ['docs/c/p.mdx']]);
});

test('a check tells of orphans and of what sync would change, in the language asked for', () => {
  const locales = { source: 'ja', translations: ['en', 'ko'], settings: {} };
  const pairs = [pairOf(undefined, wrong), pairOf(source, wrong), { ...pairOf(source, wrong), locale: 'ko' }];
  const codes = (locale?: string) =>
    checkTranslations({ root: '/', locales, pairs }, locale).problems.map(({ code }) => code);
  expect(codes('en')).toEqual(['orphan', 'commands-differ']);
  expect(codes()).toEqual(['orphan', 'commands-differ', 'commands-differ']);
});
