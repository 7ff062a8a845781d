import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptPage, readSite, siteStatus } from '../../../src/translation/index.ts';
import { gitIn } from '../../git.ts';
import { EN, folderOf } from '../../project/folders.ts';

const SOURCE = 'docs/c/page.mdx';
const ENGLISH = `${EN}/c/page.mdx`;
const source = (purpose: string, run: string): string =>
  `## 目的 {/* #purpose */}\n\n${purpose}\n\n## 設定 {/* #set */}\n\n設定します。\n\n## 実行 {/* #run */}\n\n${run}\n`;
const TRANSLATION =
  '## Purpose {/* #purpose */}\n\nWhy.\n\n## Settings {/* #set */}\n\nSet.\n\n## Run {/* #run */}\n\nRun.\n';

/** A repository with an accepted translation. */
function repository() {
  const root = folderOf({ [SOURCE]: source('目的です。', '実行します。'), [ENGLISH]: TRANSLATION });
  const git = gitIn(root);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'Write');
  };
  git('init', '-q', '-b', 'main');
  accept(root);
  commit();
  return { root, git, write, commit };
}

function accept(root: string): void {
  const [pair] = readSite(root).pairs;
  const result = pair && acceptPage(pair, 'ja');
  if (!result || 'problems' in result) throw new Error('refused');
  writeFileSync(join(root, result.change.file), result.change.after);
}

async function statusOf(root: string) {
  const site = readSite(root);
  const { statuses } = await siteStatus(site, site.pairs);
  const [status] = statuses;
  const headings = status?.headings.map(({ anchor, state }) => `${anchor} ${state}`);
  return { state: status?.state, headings, changes: status?.changes };
}

test('two people who accept changes below two headings of one page do not collide', async () => {
  const { root, git, write, commit } = repository();
  git('switch', '-qc', 'other');
  write(SOURCE, source('目的です。', '今すぐ実行します。'));
  accept(root);
  commit();
  git('switch', '-q', 'main');
  write(SOURCE, source('新しい目的です。', '実行します。'));
  accept(root);
  commit();
  git('merge', '-q', '-m', 'Merge', 'other');
  expect(readFileSync(join(root, SOURCE), 'utf8')).toBe(source('新しい目的です。', '今すぐ実行します。'));
  expect((await statusOf(root)).state).toBe('fresh');
});

test('only the heading that has changed is stale in a shallow clone, without its old text', async () => {
  const { root, write, commit } = repository();
  write(SOURCE, source('目的です。', '今すぐ実行します。'));
  commit();
  const clone = folderOf();
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone]);
  const headings = ['purpose fresh', 'set fresh', 'run stale'];
  expect(await statusOf(clone)).toEqual({ state: 'stale', headings, changes: undefined });
  const { changes, ...whole } = await statusOf(root);
  expect(whole).toEqual({ state: 'stale', headings });
  expect(changes?.map(({ anchor, kind }) => `${anchor} ${kind}`)).toEqual(['run changed']);
});

test('what a page said under an earlier name is found', async () => {
  const { root, git, write, commit } = repository();
  for (const folder of ['docs', EN]) git('mv', `${folder}/c/page.mdx`, `${folder}/c/renamed.mdx`);
  commit();
  write('docs/c/renamed.mdx', source('目的です。', '今すぐ実行します。'));
  commit();
  expect((await statusOf(root)).changes?.map(({ anchor }) => anchor)).toEqual(['run']);
});

test('a heading that the source no longer has makes the page stale', async () => {
  const { root, write } = repository();
  write(SOURCE, source('目的です。', '実行します。').replace(/## 設定[^#]*#set[^#]*(?=##)/, ''));
  const { state, changes } = await statusOf(root);
  expect(state).toBe('stale');
  expect(changes?.map(({ anchor, kind }) => `${anchor} ${kind}`)).toEqual(['set removed']);
});
