import { expect, test } from 'vitest';
import { alignDiffs } from '../../../src/doctest/compare/align-diffs.ts';
import type { DiffLine } from '../../../src/matching/index.ts';

const diff = (...lines: string[]): DiffLine[] =>
  lines.map((line) => ({
    kind: ({ '-': 'expected', '+': 'actual', '!': 'extra', '=': 'same' } as const)[line[0] as '-'] ?? 'same',
    text: line.slice(1),
  }));

test('where both agree with the page there is nothing to show', () => {
  expect(alignDiffs({ recording: diff('=a', '=b'), sandbox: diff('=a', '=b') })).toEqual([]);
});

test('a line that one side has otherwise stands beside that of the other', () => {
  expect(alignDiffs({ recording: diff('=a', '-b', '+x', '=c'), sandbox: diff('=a', '=b', '=c') })).toEqual([
    [{ page: 'b', recording: 'x', sandbox: 'b' }],
  ]);
});

test('lines that the page does not have stand below the line that they follow', () => {
  expect(alignDiffs({ recording: diff('=a', '!x', '!y', '=b'), sandbox: diff('=a', '!z', '=b') })).toEqual([
    [
      { recording: 'x', sandbox: 'z' },
      { recording: 'y', sandbox: undefined },
    ],
  ]);
});

test('stretches that are apart are shown apart', () => {
  const stretches = alignDiffs({ recording: diff('-a', '=b', '-c'), sandbox: diff('=a', '=b', '=c') });
  expect(stretches.map((rows) => rows.map(({ page }) => page))).toEqual([['a'], ['c']]);
});
