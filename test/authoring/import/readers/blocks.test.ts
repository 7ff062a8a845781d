import { expect, test } from 'vitest';
import { type BlockReader, blocksOf } from '../../../../src/authoring/import/readers/blocks.ts';
import { numberedLines, positionOf } from '../../../../src/authoring/import/readers/source-lines.ts';
import { summary } from '../places.ts';

const take =
  (length: number, word: string, mark = ''): BlockReader<string> =>
  (lines, index, context) => {
    const own = lines.slice(index, index + length);
    if (!own[0]?.text.startsWith(mark)) return undefined;
    const text = `${word} ${context} ${own.map(({ text }) => text).join('+')}`;
    return { blocks: [{ ...positionOf(own, ''), kind: 'prose', lines: [text] }], next: index + length };
  };

test('the first reader that takes a line takes the block; blank lines between are skipped', () => {
  const lines = numberedLines('#a\nb\n\n\nc\n#d\ne');
  const blocks = blocksOf(lines, [take(2, 'two', '#'), take(1, 'one')], ({ number }) => `line ${number}:`);
  expect(blocks.map(summary)).toEqual([
    'prose two line 1: #a+b',
    'prose one line 5: c',
    'prose two line 6: #d+e',
  ]);
});

test('reading ends where no reader takes a line', () => {
  expect(blocksOf(numberedLines('#a\nb\n#c'), [take(1, 'one', '#')], () => '')).toHaveLength(1);
});
