import { expect, test } from 'vitest';
import { cut, padded, wrapped } from '../../src/language/width.ts';

test('a full-width character takes two columns', () => {
  expect(padded('あa', 5)).toBe('あa  ');
  expect(padded('toolong', 3)).toBe('toolong');
});

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['あいう', 5, 'あい…'],
  ['あいう', 6, 'あいう'],
])('%s cut to %i columns is %s', (text, width, shown) => {
  expect(cut(text, width)).toBe(shown);
});

test.each([
  ['one two three', 8, ['one two ', 'three']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['あいうえ', 5, ['あい', 'うえ']],
  ['a\n\nb', 5, ['a', '', 'b']],
  ['\ta', 3, ['   ', ' a']],
])('%j in %i columns', (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines);
});
