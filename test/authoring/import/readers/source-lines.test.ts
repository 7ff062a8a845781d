import { describe, expect, test } from 'vitest';
import {
  dedent,
  findFrom,
  indentedFrom,
  indentOf,
  numberedLines,
  positionOf,
  texts,
  trimBlank,
} from '../../../../src/authoring/import/readers/source-lines.ts';

test('lines have numbers from 1, whatever ends them; a byte order mark is no text', () => {
  expect(numberedLines('\uFEFFa\r\nb\rc\n')).toEqual([
    ...[
      { text: 'a', number: 1 },
      { text: 'b', number: 2 },
      { text: 'c', number: 3 },
      { text: '', number: 4 },
    ],
  ]);
});

test('a tab is as wide as eight spaces', () => {
  expect(['a', '  a', '\ta', ' \ta'].map(indentOf)).toEqual([0, 2, 8, 9]);
});

describe('an indented block', () => {
  const lines = numberedLines('a\n  b\n\n    c\n\nd');

  test('goes on over blank lines, and leaves out those at its end', () => {
    expect(texts(indentedFrom(lines, 1, 2))).toEqual(['  b', '', '    c']);
    expect(indentedFrom(lines, 1, 3)).toEqual([]);
  });

  test('loses the indentation that its lines share', () => {
    expect(texts(dedent(indentedFrom(lines, 1, 2)))).toEqual(['b', '', '  c']);
    expect(texts(dedent(numberedLines('\ta\n        b')))).toEqual(['a', 'b']);
  });

  test('keeps its place in the text', () => {
    expect(positionOf(dedent(indentedFrom(lines, 1, 2)), '> ')).toEqual({
      line: 2,
      endLine: 4,
      indent: '> ',
    });
    expect(positionOf([], '')).toEqual({ line: 1, endLine: 1, indent: '' });
  });
});

test('a search begins at its start', () => {
  const lines = numberedLines('a\nb\na');
  expect([0, 1, 3].map((start) => findFrom(lines, start, ({ text }) => text === 'a'))).toEqual([0, 2, -1]);
});

test('blank lines around are left out, those inside stay', () => {
  expect(texts(trimBlank(numberedLines('\n \na\n\nb\n\n')))).toEqual(['a', '', 'b']);
  expect(trimBlank(numberedLines('\n\n'))).toEqual([]);
});
