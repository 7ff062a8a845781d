import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rememberFindings, rememberTexts } from '../../../../plugins/docusaurus/translations/remember.ts';
import { readTextIfThere } from '../../../../src/project/index.ts';
import { type PagePair, readSite, type Site } from '../../../../src/translation/index.ts';
import { folderOf } from '../../../project/folders.ts';
import { pairOf } from '../../../translation/pairs.ts';

const page = (command: string) => `## A {/* #a */}\n\nText.\n\n\`\`\`bash command\n${command}\n\`\`\`\n`;
const pairs = (second: string): PagePair[] =>
  [pairOf(page('a'), page('a')), pairOf(page('b'), page(second))].map((pair, index) => ({
    ...pair,
    id: `c/${index}`,
    file: `i18n/en/docusaurus-plugin-content-docs/current/c/${index}.mdx`,
  }));
const siteOf = (second: string): Site => ({
  root: '/',
  locales: { source: 'ja', translations: ['en'], settings: {} },
  pairs: pairs(second),
});

test('a save compares the pages that it has changed, and no other', async () => {
  const find = rememberFindings();
  const [first, again, saved] = [
    await find(siteOf('b'), 'en'),
    await find(siteOf('b'), 'en'),
    await find(siteOf('c'), 'en'),
  ];
  expect(first.statuses.map(({ state }) => state)).toEqual(['untracked', 'untracked']);
  expect(again.statuses[0]).toBe(first.statuses[0]);
  expect(again.statuses[1]).toBe(first.statuses[1]);
  expect(saved.statuses[0]).toBe(first.statuses[0]);
  expect(saved.statuses[1]).not.toBe(first.statuses[1]);
  expect([first, again, saved].map(({ differing }) => differing.map(({ code }) => code))).toEqual([
    [],
    [],
    ['commands-differ'],
  ]);
});

test('commands of another language than the one that is shown are not compared', async () => {
  expect((await rememberFindings()(siteOf('c'), 'ja')).differing).toEqual([]);
});

test('a site that is read again opens the files that were written since, and no other', () => {
  const root = folderOf({
    'i18n/locales.json': JSON.stringify({ ja: { label: '日本語' }, en: { label: 'English' } }),
    ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`docs/${name}/one.mdx`, page(name)])),
  });
  const opened: string[] = [];
  const readFile = rememberTexts((folder, file) => {
    opened.push(file);
    return readTextIfThere(folder, file);
  });
  const sourcesOf = () => readSite(root, { readFile }).pairs.map(({ source }) => source);
  expect(sourcesOf()).toEqual(['a', 'b', 'c'].map(page));
  opened.length = 0;
  writeFileSync(join(root, 'docs/b/one.mdx'), page('changed'));
  expect(sourcesOf()).toEqual(['a', 'changed', 'c'].map(page));
  expect(opened).toEqual(['docs/b/one.mdx']);
});
