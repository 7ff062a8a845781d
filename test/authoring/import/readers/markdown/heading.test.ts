import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../../src/authoring/import/readers/markdown/index.ts';
import { blocksIn } from './read.ts';

test.each([
  ['# A', ['h1 A']],
  ['### A ##', ['h3 A']],
  ['##\u3000全角', ['h2 全角']],
  ['   ## {a}', ['h2 \\{a\\}']],
  ['#hashtag', ['prose #hashtag']],
  ['####### seven', ['prose ####### seven']],
  ['A\n===', ['h1 A']],
  ['A\n---', ['h2 A']],
  ['- item\n---', ['prose - item/---']],
])('%j', (text, blocks) => {
  expect(blocksIn(text)).toEqual(blocks);
});

test.each(['## A {#own}', '## A {/* #own */}'])('%s keeps its anchor', (text) => {
  expect(readMarkdown(text).blocks).toMatchObject([{ kind: 'heading', text: 'A', anchor: 'own' }]);
});
