import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOversize, LARGEST_TEXT, LONGEST_LINE } from '../../src/procedure/size-limits.ts';

test('a line may be as long as the limit, wherever it is', () => {
  const long = 'x'.repeat(LONGEST_LINE);
  expect(findOversize(`${long}\n${long}`)).toBeUndefined();
  expect(findOversize(`${long}\n${long}y`)).toEqual({ line: 2, length: LONGEST_LINE + 1 });
  expect(findOversize(`a\n${long}y\nb`)).toEqual({ line: 2, length: LONGEST_LINE + 1 });
});

test('a text may be as large as the limit', () => {
  const text = 'line\n'.repeat(LARGEST_TEXT / 5);
  expect(findOversize(text)).toBeUndefined();
  expect(findOversize(`${text}x`)).toEqual({ length: LARGEST_TEXT + 1 });
});

test('short lines are never too long', () => {
  fc.assert(fc.property(fc.array(fc.string()), (lines) => findOversize(lines.join('\n')) === undefined));
});
