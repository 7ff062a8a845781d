import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { move } from '../../../src/cli/i18n/mv-command.ts';
import { fingerprint, readPage } from '../../../src/procedure/index.ts';
import { acceptPage, readSite, siteStatus } from '../../../src/translation/index.ts';
import { EN, folderOf } from '../../project/folders.ts';

const FENCE = '\n```bash command\naws sts get-caller-identity\n```\n\n```md\n[in a fence](./get.mdx)\n```\n';
const PAGES: Readonly<Record<string, string>> = {
  'docs/c/_account.yaml': 'users: []\n',
  'docs/c/figure.svg': '<svg/>',
  'docs/c/index.mdx': '---\npagination_next: c/get\n---\n\n一覧 [取得](./get.mdx#run) ![図](./figure.svg)\n',
  'docs/c/get.mdx': `# 取得\n\n[戻る](./index.mdx)、[図](figure.svg)\n${FENCE}`,
  'docs/c/use.mdx': `---\ntejun: { requires: [c/get, ./get.mdx] }\n---\n\n[a]: ./get.mdx\n\n[次][a] [公開](pathname:///docs/c/get)\n${FENCE}`,
  'docs/d/index.mdx': '---\ntejun:\n  after: [c]\n---\n\n[別](../c/get.mdx "題")\n',
};

/** A project whose English pages are accepted, with a recording and a run that has been kept. */
function project(): string {
  const translated = Object.entries(PAGES).flatMap(([file, source]) => {
    if (!file.endsWith('.mdx')) return [];
    const text = source.replace(/[\p{Script=Han}\p{Script=Hiragana}、]+/gu, 'Word');
    const pair = { id: 'x', locale: 'en', sourceFile: file, file: 'x.mdx', source, translation: text };
    const result = acceptPage(pair, 'ja');
    if ('problems' in result) throw new Error(result.problems[0]?.message);
    return [[file.replace('docs/', `${EN}/`), result.change.after] as const];
  });
  const recording = { format: 'tejun recording', version: 1, page: 'c/get', steps: [] };
  const hash = hashOf(PAGES['docs/c/use.mdx'] ?? '');
  return folderOf({
    ...PAGES,
    ...Object.fromEntries(translated),
    'test/recordings/c/get.json': `${JSON.stringify(recording, null, 2)}\n`,
    'verified/live.json': `${JSON.stringify({ date: 'x', pages: { 'c/get': { ja: { hash: 'a' } }, 'c/use': { ja: { hash } } } }, null, 2)}\n`,
  });
}

function hashOf(text: string): string {
  const { page } = readPage(text, { id: 'c/use', file: 'docs/c/use.mdx', locale: 'ja' });
  return page ? fingerprint(page) : '';
}

const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

async function states(root: string) {
  const site = readSite(root);
  const { statuses } = await siteStatus(site, site.pairs);
  return Object.fromEntries(statuses.map(({ page, state }) => [page, state]));
}

test('a page moves in all languages, with its recording and what is kept of its runs', async () => {
  const root = project();
  expect(move('c/get', 'd/fetch', { root })).toBe(0);
  for (const folder of ['docs', EN]) {
    expect(existsSync(join(root, folder, 'c/get.mdx'))).toBe(false);
    expect(read(root, `${folder}/d/fetch.mdx`)).toMatch(
      /\[.*\]\(\.\.\/c\/index\.mdx\).*\(\.\.\/c\/figure\.svg\)/,
    );
    expect(read(root, `${folder}/d/fetch.mdx`)).toContain('[in a fence](./get.mdx)');
    expect(read(root, `${folder}/c/index.mdx`)).toMatch(
      /pagination_next: d\/fetch\n[\s\S]*\(\.\.\/d\/fetch\.mdx#run\)/,
    );
    expect(read(root, `${folder}/c/use.mdx`)).toContain('requires: [d/fetch, ../d/fetch.mdx]');
    expect(read(root, `${folder}/c/use.mdx`)).toMatch(
      /\[a\]: \.\.\/d\/fetch\.mdx\n[\s\S]*\(pathname:\/\/\/docs\/d\/fetch\)/,
    );
    expect(read(root, `${folder}/d/index.mdx`)).toContain('](./fetch.mdx "');
  }
  expect(JSON.parse(read(root, 'test/recordings/d/fetch.json')).page).toBe('d/fetch');
  expect(existsSync(join(root, 'test/recordings/c/get.json'))).toBe(false);
  expect(JSON.parse(read(root, 'verified/live.json')).pages).toEqual({
    'd/fetch': { ja: { hash: 'a' } },
    'c/use': { ja: { hash: hashOf(read(root, 'docs/c/use.mdx')) } },
  });
  expect(await states(root)).toEqual({
    'c/index': 'fresh',
    'c/use': 'fresh',
    'd/fetch': 'fresh',
    'd/index': 'fresh',
  });
});

test('a course moves with all its files; links within it stay', async () => {
  const root = project();
  move('docs/c/', 'e', { root });
  expect(read(root, 'docs/e/index.mdx')).toBe(PAGES['docs/c/index.mdx']?.replace('c/get', 'e/get'));
  expect(read(root, 'docs/e/get.mdx')).toBe(PAGES['docs/c/get.mdx']);
  expect(read(root, 'docs/e/use.mdx')).toContain('requires: [e/get, ./get.mdx]');
  expect(read(root, 'docs/d/index.mdx')).toContain('after: [e]\n---\n\n[別](../e/get.mdx "題")');
  expect([read(root, 'docs/e/_account.yaml'), read(root, 'docs/e/figure.svg')]).toEqual([
    'users: []\n',
    '<svg/>',
  ]);
  expect(existsSync(join(root, 'docs/c/_account.yaml'))).toBe(false);
  expect(new Set(Object.values(await states(root)))).toEqual(new Set(['fresh']));
});

test('old addresses lead to where a page is now, however often it has moved, and no more once it is back', () => {
  const root = project();
  const redirects = () => JSON.parse(read(root, 'docs/_redirects.json'));
  move('c/get', 'c/fetch', { root });
  expect(redirects()).toEqual({ 'c/get': 'c/fetch' });
  move('c/fetch', 'd/fetch', { root });
  expect(redirects()).toEqual({ 'c/fetch': 'd/fetch', 'c/get': 'd/fetch' });
  move('d/fetch', 'c/get', { root });
  expect(redirects()).toEqual({ 'c/fetch': 'c/get', 'd/fetch': 'c/get' });
});

test('a page outside of a course has an old address as well, a partial has none', () => {
  const root = folderOf({
    'docs/intro.mdx': '# 題\n',
    'docs/c/index.mdx': '# 題\n',
    'docs/c/_part.mdx': '文。\n',
  });
  move('intro', 'start', { root });
  move('c', 'd', { root });
  expect(JSON.parse(read(root, 'docs/_redirects.json'))).toEqual({ 'c/index': 'd/index', intro: 'start' });
});

test('a source that has been moved by hand is followed', async () => {
  const root = project();
  const site = project();
  move('c/get', 'c/fetch', { root: site });
  renameSync(join(root, 'docs/c/get.mdx'), join(root, 'docs/c/fetch.mdx'));
  move('c/get', 'c/fetch', { root });
  expect(existsSync(join(root, EN, 'c/fetch.mdx'))).toBe(true);
  expect(read(root, 'docs/c/index.mdx')).toBe(read(site, 'docs/c/index.mdx'));
});

test.for([
  ['c/none', 'c/x', 'There is no page and no course c/none'],
  ['c/get', 'c/use', 'docs/c/use.mdx exists already'],
  ['c/get', 'c/get', 'is no new name'],
  ['c/get', '../x', 'is no new name'],
  ['c/get', 'fetch', 'is no page of a course. Write c/fetch'],
])('%s to %s is refused: %s', ([from = '', to = '', reason]) => {
  const root = project();
  expect(() => move(from, to, { root })).toThrow(reason);
  expect(existsSync(join(root, 'docs/_redirects.json'))).toBe(false);
});
