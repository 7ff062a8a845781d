import { expect, test } from 'vitest';
import { stepsWithResults, withTitle } from '../../../src/authoring/import/items.ts';
import type { ImportedItem } from '../../../src/authoring/import/types.ts';

const place = { line: 1, endLine: 1, indent: '' };
const heading = (depth: number, text: string): ImportedItem => ({ ...place, kind: 'heading', depth, text });
const headings = (items: readonly ImportedItem[]) =>
  items.map((item) => (item.kind === 'heading' ? `${item.depth} ${item.text}` : item.kind));

test('the first heading of level 1 becomes the title, as plain text', () => {
  const { title, items } = withTitle({ blocks: [] }, [heading(1, 'A \\*b\\*  c'), heading(2, 'B')]);
  expect({ title, items: headings(items) }).toEqual({ title: 'A *b* c', items: ['2 B'] });
});

test('other headings of level 1 go down a level, with all below them', () => {
  const { title, items } = withTitle({ blocks: [] }, [heading(1, 'A'), heading(1, 'B'), heading(6, 'C')]);
  expect({ title, items: headings(items) }).toEqual({ title: 'A', items: ['2 B', '6 C'] });
});

test('a title in the front matter stays the title', () => {
  const { title, items } = withTitle({ blocks: [], frontMatter: ['title: x'] }, [heading(1, 'A')]);
  expect({ title, items: headings(items) }).toEqual({ title: undefined, items: ['2 A'] });
});

test('a step that sets variables and has a result is a command, also within a container', () => {
  const env: ImportedItem = { ...place, kind: 'step', role: 'env', body: ['A=1'] };
  const result: ImportedItem = { ...place, kind: 'result', body: ['1'] };
  const roles = (...items: ImportedItem[]) => JSON.stringify(stepsWithResults(items)).match(/"role":"\w+"/g);
  expect(roles(env, result)).toEqual(['"role":"command"']);
  expect(roles(env, heading(2, 'B'), result)).toEqual(['"role":"env"']);
  expect(roles({ ...place, kind: 'container', items: [env, result] })).toEqual(['"role":"command"']);
});
