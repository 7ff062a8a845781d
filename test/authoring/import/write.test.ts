import { expect, test } from 'vitest';
import type { ImportedItem } from '../../../src/authoring/import/types.ts';
import { writePage } from '../../../src/authoring/import/write.ts';

const place = { line: 1, endLine: 1, indent: '' };
const heading = (text: string, anchor?: string): ImportedItem => ({
  ...place,
  kind: 'heading',
  depth: 2,
  text,
  anchor,
});

test('each line knows the item that it came from', () => {
  const item: ImportedItem = { ...place, kind: 'step', role: 'command', body: ['ls'] };
  const { mdx, origins } = writePage({ title: 'a: b', items: [item] });
  expect(mdx).toBe('---\ntitle: "a: b"\n---\n\n```bash command\nls\n```\n');
  expect(origins.map((origin) => origin === item)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('an anchor that is there already gets a number', () => {
  const { mdx } = writePage({
    items: [heading('目的'), heading('目的'), heading('X', 'purpose'), heading('目的')],
  });
  expect(mdx.match(/#purpose[\w-]*/g)).toEqual(['#purpose', '#purpose-2', '#purpose-3', '#purpose-4']);
});

test('fences and containers are longer than what stands inside them', () => {
  const fence: ImportedItem = {
    ...place,
    kind: 'fence',
    lang: 'text',
    body: ['````', ':::'],
    title: 'a "b"',
  };
  const { mdx } = writePage({ items: [{ ...place, kind: 'container', name: 'note[T]', items: [fence] }] });
  expect(mdx).toBe('::::note[T]\n\n`````text title="a \'b\'"\n````\n:::\n`````\n\n::::\n');
});

test('a quote has its mark on each line, and ends with its last one', () => {
  const prose: ImportedItem = { ...place, indent: '> ', kind: 'prose', lines: ['a', 'b'] };
  const { mdx } = writePage({
    items: [
      { ...place, kind: 'container', items: [prose] },
      { ...place, kind: 'prose', lines: ['c'] },
    ],
  });
  expect(mdx).toBe('> a\n> b\n\nc\n');
});

test('a remark cannot end its own comment', () => {
  const doubt: ImportedItem = { ...place, kind: 'doubt', message: 'a */ b', fix: 'c' };
  expect(writePage({ items: [doubt] }).mdx).toBe('{/* import: line 1: a * / b c */}\n');
});
