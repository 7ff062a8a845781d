import { expect, test } from 'vitest';
import type { ParseCache } from '../../../src/project/index.ts';
import { siteStatus } from '../../../src/translation/index.ts';
import { gitIn } from '../../git.ts';
import { folderOf } from '../../project/folders.ts';
import { acceptedText, pairOf } from '../pairs.ts';

const old = '## 実行 {/* #run */}\n\n本文\n';
const translation = acceptedText(old, '## Run {/* #run */}\n\nText\n');
const stale = pairOf(old.replace('本文', '別の本文'), translation);

const site = (root: string) => ({
  root,
  pairs: [],
  locales: { source: 'ja', translations: ['en'], settings: {} },
});

/** A repository whose git has the old source. */
function repository(): string {
  const root = folderOf({ [stale.sourceFile]: old });
  const git = gitIn(root);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'Write');
  return root;
}

test('git is asked for the old source: what has changed is known', async () => {
  const { statuses } = await siteStatus(site(repository()), [stale]);
  expect(statuses).toMatchObject([{ state: 'stale', changes: [{ heading: '実行', kind: 'changed' }] }]);
});

test('without git, or without the old source in it, the page is stale all the same', async () => {
  const { statuses } = await siteStatus(site(folderOf()), [stale]);
  expect(statuses).toMatchObject([{ state: 'stale' }]);
  expect(statuses[0]).not.toHaveProperty('changes');
});

test('a state is kept with both texts, unless a later clone may know more', async () => {
  const kept: string[] = [];
  const cache: ParseCache = {
    find: () => undefined,
    keep: (_, text) => void kept.push(text),
    sweep: () => undefined,
  };
  await siteStatus(site(repository()), [stale], cache);
  expect(kept).toEqual([`${stale.source}\0${translation}`]);
  await siteStatus(site(folderOf()), [stale], cache);
  expect(kept).toHaveLength(1);
});

test('a source that cannot be read is told once, whatever its translations', async () => {
  const broken = pairOf('{', translation);
  const { unreadable } = await siteStatus(site(folderOf()), [broken, { ...broken, locale: 'ko' }]);
  expect(unreadable.map(({ file }) => file)).toEqual(['docs/c/p.mdx']);
});
