import { expect, test } from 'vitest';
import { mapStrings } from '../../src/doctest/map-strings.ts';

test('every string of a value is changed, at any depth, and nothing else', () => {
  const upper = (text: string) => text.toUpperCase();
  expect(mapStrings({ a: ['x', { b: 'y' }], c: 1, d: undefined, e: null }, upper)).toEqual({
    ...{ a: ['X', { b: 'Y' }], c: 1, d: undefined, e: null },
  });
  expect(mapStrings('x', upper)).toBe('X');
});
