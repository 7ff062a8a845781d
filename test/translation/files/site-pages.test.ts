import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSite, siteStatus } from '../../../src/translation/index.ts';
import { gitIn } from '../../git.ts';
import { folderOf } from '../../project/folders.ts';
import { acceptedText } from '../pairs.ts';

const SOURCE = 'src/pages/about.mdx';
const TRANSLATED = 'i18n/en/docusaurus-plugin-content-pages/about.mdx';
const source = '# 紹介\n\n## 料金 {/* #price */}\n\n無料です。\n';
const translation = acceptedText(source, '# About\n\n## Price {/* #price */}\n\nIt is free.\n');

test('Markdown among the pages of the site has a state like the pages of courses', async () => {
  const root = folderOf({
    [SOURCE]: source,
    [TRANSLATED]: translation,
    'src/pages/index.tsx': 'export default () => null;\n',
    'src/pages/_part.mdx': 'A part.\n',
    'src/pages/policy/terms.md': '本文\n',
    'docs/about.mdx': source,
  });
  const site = readSite(root);
  expect(site.pairs.map(({ id, sourceFile, file }) => [id, sourceFile, file])).toEqual([
    ['about', 'docs/about.mdx', 'i18n/en/docusaurus-plugin-content-docs/current/about.mdx'],
    ['src/pages/about', SOURCE, TRANSLATED],
    [
      'src/pages/policy/terms',
      'src/pages/policy/terms.md',
      'i18n/en/docusaurus-plugin-content-pages/policy/terms.md',
    ],
  ]);
  const { statuses } = await siteStatus(site, site.pairs);
  expect(statuses.map(({ state }) => state)).toEqual(['missing', 'fresh', 'missing']);
});

test('git has their old texts, too: what has changed is known', async () => {
  const root = folderOf({ [SOURCE]: source, [TRANSLATED]: translation });
  const git = gitIn(root);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'Write');
  writeFileSync(join(root, SOURCE), source.replace('無料', '有料'));
  const site = readSite(root);
  const { statuses } = await siteStatus(site, site.pairs);
  expect(statuses).toMatchObject([{ state: 'stale', changes: [{ heading: '料金', kind: 'changed' }] }]);
});

test('a page that is no text stops everything, as one of a course does', () => {
  const root = folderOf({ [SOURCE]: 'a\0b', [TRANSLATED]: translation });
  expect(() => readSite(root)).toThrow('Nothing was compared');
});
