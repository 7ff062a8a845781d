import { expect, test } from 'vitest';
import { makeValid } from '../../../src/authoring/import/make-valid.ts';
import type { ImportedItem } from '../../../src/authoring/import/types.ts';
import { readPage } from '../../../src/procedure/index.ts';

const place = { line: 4, endLine: 5, indent: '' };
const problems = (mdx: string) => readPage(mdx, { id: 'c/p', file: 'p.mdx', locale: 'ja' }).problems;

test.each<ImportedItem>([
  { ...place, kind: 'prose', lines: ['{ not closed'] },
  { ...place, kind: 'prose', lines: ['<a>'] },
  { ...place, kind: 'result', body: ['nothing was run'] },
  { ...place, kind: 'elapse', duration: 'x' },
  { ...place, kind: 'heading', depth: 2, text: '{' },
])('what the build refuses is shown as text, with the reason: $kind', (item) => {
  const { mdx, items } = makeValid({ items: [item] });
  expect(problems(mdx)).toEqual([]);
  expect(items.map(({ kind }) => kind)).toEqual(['doubt', 'fence']);
  expect(mdx).toContain('This is shown as text.');
});

const fine: ImportedItem = { ...place, kind: 'prose', lines: ['fine'] };
const container = (...items: ImportedItem[]): ImportedItem => ({
  ...place,
  kind: 'container',
  name: 'note',
  items,
});

test('only what is wrong inside a container is replaced', () => {
  const { items } = makeValid({ items: [container(fine, { ...place, kind: 'result', body: ['x'] })] });
  expect(items).toMatchObject([{ items: [{ kind: 'prose' }, { kind: 'doubt' }, { kind: 'fence' }] }]);
});

test('all of a container is shown as text where nothing tells which part is wrong', () => {
  const { mdx, items } = makeValid({
    items: [fine, container(container({ ...place, kind: 'prose', lines: ['<a>'] }))],
  });
  expect(problems(mdx)).toEqual([]);
  expect(items).toMatchObject([fine, { items: [{ items: [{ kind: 'doubt' }, { kind: 'fence' }] }] }]);
});

test('text that suffers from a fence above it stays, and the fence is shown as text', () => {
  const fence: ImportedItem = { ...place, kind: 'prose', lines: ['```'] };
  const after: ImportedItem = { ...place, kind: 'fence', lang: 'text', body: ['```', 'x'] };
  const { mdx, items } = makeValid({ items: [fence, after] });
  expect(problems(mdx)).toEqual([]);
  expect(items).toMatchObject([{ kind: 'doubt' }, { kind: 'fence', body: ['```'] }, after]);
});

test('front matter that cannot be read is kept as a fence', () => {
  const { mdx, items } = makeValid({ frontMatter: ['title: [', 'x'], items: [] });
  expect(problems(mdx)).toEqual([]);
  expect(items).toMatchObject([{ kind: 'doubt' }, { kind: 'fence', lang: 'yaml', body: ['title: [', 'x'] }]);
});
