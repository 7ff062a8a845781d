import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { expect, test } from 'vitest';
import { inShownLanguage, readDocs } from '../../../plugins/docusaurus/read-docs.ts';
import { folderOf } from '../../project/folders.ts';

const EN = 'i18n/en/docusaurus-plugin-content-docs/current';
const contextIn = (siteDir: string) =>
  ({ siteDir, i18n: { defaultLocale: 'ja', currentLocale: 'en' } }) as LoadContext;
const contentOf = (...docs: { source: string; sidebarPosition?: number }[]) => ({
  'docusaurus-plugin-content-docs': { default: { loadedVersions: [{ docs }] } },
});
const sources = [
  { source: `@site/${EN}/c/b.mdx`, sidebarPosition: 2 },
  { source: '@site/docs/c/last.mdx' },
  { source: '@site/docs/c/a.mdx', sidebarPosition: 1 },
];

test("pages come by their place in the sidebar; one that is not translated is the source's", () => {
  const root = folderOf({ 'docs/c/a.mdx': 'a', [`${EN}/c/b.mdx`]: 'b', 'docs/c/last.mdx': 'l' });
  const docs = readDocs(contentOf(...sources), contextIn(root));
  expect(docs.map(({ page, text }) => [page?.id, page?.locale, text])).toEqual([
    ...[
      ['c/a', 'ja', 'a'],
      ['c/b', 'en', 'b'],
      ['c/last', 'ja', 'l'],
    ],
  ]);
  const [first] = docs;
  expect(first?.page && inShownLanguage(first.page, contextIn(root)).locale).toBe('en');
});

test('only what has changed is read again, and what is gone is left out', () => {
  const root = folderOf({ 'docs/c/a.mdx': 'a', 'docs/c/last.mdx': 'l' });
  const read = () => readDocs(contentOf(...sources), contextIn(root));
  const [before] = read();
  expect(read()[0]).toBe(before);
  writeFileSync(join(root, 'docs/c/a.mdx'), 'changed');
  rmSync(join(root, 'docs/c/last.mdx'));
  expect(read().map(({ text }) => text)).toEqual(['changed']);
});
