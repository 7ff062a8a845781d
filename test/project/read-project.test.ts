import { expect, test } from 'vitest';
import { readProject } from '../../src/project/index.ts';
import { folderOf } from './folders.ts';

const BROKEN = '\n```bash comand\naws s3 ls\n```\n';

test('a draft is left out, whatever is wrong in it, unless it is named', async () => {
  const root = folderOf({
    'docs/c/a.mdx': '# A\n',
    'docs/c/draft.mdx': `---\ntitle: x\ndraft: true # for now\n---\n${BROKEN}`,
  });
  const { pages, problems } = await readProject(root);
  expect({ pages: pages.map(({ id }) => id), problems }).toEqual({ pages: ['c/a'], problems: [] });
  const named = await readProject(root, { drafts: new Set(['docs/c/draft.mdx']) });
  expect(named.problems.map(({ code }) => code)).toEqual(['unknown-role']);
});

test.for([
  '---\ndraft: false\n---\n',
  '# draft\n\ndraft: true\n',
  '---\ntitle: x\n---\n\ndraft: true\n\n---\n',
])('%j is no draft', async (head) => {
  const root = folderOf({ 'docs/c/a.mdx': head });
  expect((await readProject(root)).pages).toHaveLength(1);
});

test('a page that requires a draft misses it', async () => {
  const root = folderOf({
    'docs/c/a.mdx': '---\ntejun: { requires: [c/draft] }\n---\n',
    'docs/c/draft.mdx': '---\ndraft: true\n---\n',
  });
  expect((await readProject(root)).problems.map(({ code }) => code)).toEqual(['missing-page']);
});
