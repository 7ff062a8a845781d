import { expect, test } from 'vitest';
import type { SharedBlock } from '../../src/translation/blocks.ts';
import { prefixOf, renderBlock } from '../../src/translation/render.ts';
import { outline } from './outlines.ts';

function blockOf(text: string): SharedBlock {
  const [block] = outline(text).sections[0]?.blocks ?? [];
  if (!block) throw new Error('The text of the test has no block.');
  return block;
}

test.each([
  ['1. ', '   '],
  ['> - ', '>   '],
  ['  ', '  '],
])('after %j the lines of a block begin with %j', (before, rest) => {
  expect(prefixOf(before)).toEqual({ first: before, rest });
});

test("a block is the source's, with the words of its translation and the prefix of its place", () => {
  const source = blockOf('```bash command title="題"\n# 説明\nls\n\npwd\n```\n');
  const translation = blockOf('```bash command title="Title"\n# Explained\nls -l\n```\n');
  expect(renderBlock(source, translation, { first: '> ', rest: '> ' }, '\n')).toBe(
    '```bash command title="Title"\n> # Explained\n> ls\n>\n> pwd\n> ```',
  );
  expect(renderBlock(source, undefined, prefixOf(''), '\r\n')).toBe(
    '```bash command title="題"\r\n# 説明\r\nls\r\n\r\npwd\r\n```',
  );
});

test("comments of another language than the shell's are code", () => {
  const source = blockOf('```python\n# 説明\n```\n');
  expect(renderBlock(source, blockOf('```python\n# Explained\n```\n'), prefixOf(''), '\n')).toContain(
    '# 説明',
  );
});
