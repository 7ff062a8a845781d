import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outdatedAnnotations, outdatedText, translationBadge } from '../../../src/cli/i18n/outdated-text.ts';
import { outdatedSince, readSite, siteStatus } from '../../../src/translation/index.ts';
import { gitIn } from '../../git.ts';
import { EN, folderOf } from '../../project/folders.ts';
import { acceptedText } from '../pairs.ts';

const SOURCE = '## 甲 {#a}\n\n一。\n\n## 乙 {#b}\n\n二。\n';
const ENGLISH = acceptedText(SOURCE, '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n');

/** A repository with two pages that are translated, one of which is stale already. */
function repository(): string {
  const root = folderOf({
    'docs/c/p.mdx': SOURCE,
    [`${EN}/c/p.mdx`]: ENGLISH,
    'docs/c/old.mdx': SOURCE.replace('一。', '前から違う。'),
    [`${EN}/c/old.mdx`]: ENGLISH,
  });
  gitIn(root)('init', '-q');
  commit(root);
  return root;
}

function commit(root: string): void {
  const git = gitIn(root);
  git('add', '-A');
  git('commit', '-qm', 'Write');
}

async function since(root: string, revision = 'HEAD') {
  const site = readSite(root);
  const { statuses } = await siteStatus(site, site.pairs);
  return { site, outdated: outdatedSince(site, statuses, revision) };
}

test('only what a change has put out of date is told, at the heading', async () => {
  const root = repository();
  expect((await since(root)).outdated).toEqual([]);
  writeFileSync(join(root, 'docs/c/p.mdx'), SOURCE.replace('二。', '三。'));
  writeFileSync(join(root, 'docs/c/new.mdx'), SOURCE);
  const { site, outdated } = await since(root);
  expect(outdatedText(site, outdated, 'HEAD')).toBe(
    'docs/c/new.mdx:1  English: this page is new, and not translated.\n' +
      'docs/c/p.mdx:5  English: the translation of "乙" is stale now.',
  );
  expect(outdatedAnnotations(site, outdated)).toBe(
    '::warning file=docs/c/new.mdx,line=1,title=translation::English: this page is new, and not translated.\n' +
      '::warning file=docs/c/p.mdx,line=5,title=translation::English: the translation of "乙" is stale now.',
  );
});

test('a page that is gone is told at its translation', async () => {
  const root = repository();
  rmSync(join(root, 'docs/c/p.mdx'));
  const { site, outdated } = await since(root);
  expect(outdatedText(site, outdated, 'HEAD')).toBe(
    `${EN}/c/p.mdx  English: docs/c/p.mdx is gone, and this is its translation.`,
  );
});

test('a project in a folder of its repository is compared with its own files', async () => {
  const root = repository();
  const inner = join(root, 'site');
  mkdirSync(inner);
  for (const folder of ['docs', 'i18n']) renameSync(join(root, folder), join(inner, folder));
  commit(root);
  writeFileSync(join(inner, 'docs/c/p.mdx'), SOURCE.replace('二。', '三。'));
  expect((await since(inner)).outdated.map(({ line, kind }) => [line, kind])).toEqual([[5, 'changed']]);
});

test.for(['none', '--help', 'HEAD:docs'])('%s is no revision, and is named', async (revision) => {
  await expect(since(repository(), revision)).rejects.toThrow(`git knows no revision "${revision}" here`);
});

test('a badge says how much of a language is fresh; orphans do not count', async () => {
  const { site } = await since(repository());
  const badge = (states: readonly string[]) => JSON.parse(translationBadge(site, 'en', states));
  expect(badge(['fresh', 'fresh', 'orphan'])).toEqual({
    ...{ schemaVersion: 1, label: 'English', message: '2 of 2 fresh', color: 'brightgreen' },
  });
  expect(badge(['fresh', 'stale'])).toMatchObject({ message: '1 of 2 fresh', color: 'orange' });
});
