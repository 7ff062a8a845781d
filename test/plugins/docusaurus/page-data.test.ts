import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { pageData } from '../../../plugins/docusaurus/page-data.ts';
import type { PageData } from '../../../src/site/page-data.ts';
import { folderOf } from '../../project/folders.ts';

afterEach(() => void vi.unstubAllEnvs());

const step = '```bash command\nls\n```\n';
const verified = JSON.stringify({
  ...{ date: '2026-01-05T00:00:00.000Z', target: 'sandbox', shell: 'simulated', cli: 'built-in' },
  pages: { 'c/a': { ja: { hash: 'h', passed: 1, failed: 0, skipped: 0 } } },
});

async function frontMatterOf(siteDir: string, file: string, content: string, locale = 'ja') {
  vi.stubEnv('DOCUSAURUS_CURRENT_LOCALE', locale);
  const { frontMatter } = await pageData({ siteDir, sourceLocale: 'ja' })({
    ...{ filePath: join(siteDir, file), fileContent: content },
    defaultParseFrontMatter: async () => ({ frontMatter: {}, content }),
  });
  return frontMatter as { description?: string; tejunPage?: PageData };
}

test('a page knows the pages with steps beside it, and its own runs', async () => {
  const root = folderOf({
    'docs/c/a.mdx': step,
    'docs/c/b.mdx': step.repeat(2),
    'docs/c/index.mdx': 'no steps',
    'docs/c/_part.mdx': step,
    'docs/d/x.mdx': step,
    'verified/sandbox.json': verified,
  });
  const { tejunPage } = await frontMatterOf(root, 'docs/c/a.mdx', step);
  expect(Object.entries(tejunPage?.pages ?? {}).map(([id, { steps }]) => [id, steps])).toEqual([
    ['c/a', 1],
    ['c/b', 2],
  ]);
  expect(tejunPage).toMatchObject({ id: 'c/a', records: [{ passed: 1, target: 'sandbox' }] });
});

test('the first line of plain prose describes a page', async () => {
  const root = folderOf({ 'docs/c/a.mdx': '' });
  const content = 'import X from "x"\n\n# T\n\n```sh\nls\n```\n\nThis is [a **page**](./b.mdx) of `x`.\n';
  expect((await frontMatterOf(root, 'docs/c/a.mdx', content)).description).toBe('This is a page of x.');
});

test.each(['docs/c/a.mdx', 'src/pages/a.mdx'])(
  '%s is shipped without the marks of a translation',
  async (file) => {
    const siteDir = folderOf({ [file]: '' });
    const tejun = { translation: [{ heading: 'run', prose: '1'.repeat(16) }], variables: {} };
    const { frontMatter } = await pageData({ siteDir, sourceLocale: 'ja' })({
      ...{ filePath: join(siteDir, file), fileContent: '' },
      defaultParseFrontMatter: async () => ({ frontMatter: { tejun }, content: '' }),
    });
    expect(frontMatter.tejun).toEqual({ variables: {} });
  },
);

test('a page outside of docs gets nothing', async () => {
  expect(await frontMatterOf(folderOf({ 'src/pages/a.mdx': '' }), 'src/pages/a.mdx', 'Text.')).toEqual({});
});

const GOALS = '## 練習すること {/* #practice */}\n\n1. 一覧を見る\n';
const positioned = (position: number) => `---\nsidebar_position: ${position}\n---\n${step}`;

test.each([
  ['by position', { b: positioned(1), a: positioned(2) }, 'a'],
  ['by name without positions', { a: step, b: step }, 'b'],
  ['without a position after those that have one', { a: step, b: positioned(9), c: positioned(10) }, 'a'],
])('the goals stand on the last page only: %s', async (_, pages, last) => {
  const files = Object.entries(pages).map(([name, text]) => [`docs/c/${name}.mdx`, text]);
  const root = folderOf({ 'docs/c/index.mdx': GOALS, ...Object.fromEntries(files) });
  for (const name of Object.keys(pages)) {
    const { tejunPage } = await frontMatterOf(root, `docs/c/${name}.mdx`, step);
    expect([name, tejunPage?.goals !== undefined]).toEqual([name, name === last]);
  }
});

test('a course that is translated in part has all of its pages, and ends with the last of all', async () => {
  const translated = 'i18n/en/docusaurus-plugin-content-docs/current/c';
  const root = folderOf({
    'docs/c/index.mdx': GOALS,
    'docs/c/a.mdx': step,
    'docs/c/b.mdx': step,
    [`${translated}/a.mdx`]: step,
    [`${translated}/index.mdx`]: GOALS.replace('一覧を見る', 'List things'),
  });
  const first = await frontMatterOf(root, `${translated}/a.mdx`, step, 'en');
  expect(Object.keys(first.tejunPage?.pages ?? {})).toEqual(['c/a', 'c/b']);
  expect(first.tejunPage?.goals).toBeUndefined();
  // Shown in the language of its source, within the site in English.
  const last = await frontMatterOf(root, 'docs/c/b.mdx', step, 'en');
  expect(last.tejunPage?.goals).toEqual(['List things']);
});
