import { expect, test } from 'vitest';
import { escapeControlChars } from '../../../src/doctest/report/escape-control-chars.ts';

test('no string in a value acts on a terminal any more; line breaks and tabs stay', () => {
  const told = escapeControlChars({ a: ['\u001b[2J\u0007', 'b\tc\n'], d: 1, e: undefined, f: 'あ' });
  expect(told).toMatchObject({ d: 1, e: undefined, f: 'あ' });
  expect(told.a[1]).toBe('b\tc\n');
  expect(told.a[0]).not.toMatch(/\p{Cc}/u);
  expect(told.a[0]).toContain('[2J');
});
