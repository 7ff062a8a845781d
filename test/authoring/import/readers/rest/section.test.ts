import { expect, test } from 'vitest';
import { blocksIn } from './read.ts';

test('the ways to underline are levels, in the order in which they come up', () => {
  expect(blocksIn('=====\n題名\n=====\n\nA\n====\n\nB\n----\n\nC\n====\n')).toEqual([
    ...['h1 題名', 'h2 A', 'h3 B', 'h2 C'],
  ]);
});

test.each([
  ['``a`` の {b}\n=====', ['h1 `a` の \\{b\\}']],
  ['題名\n==', ['prose 題名/\\==']],
  ['  indented\n=====', ['prose   indented/\\=====']],
])('%j', (text, blocks) => {
  expect(blocksIn(text)).toEqual(blocks);
});
