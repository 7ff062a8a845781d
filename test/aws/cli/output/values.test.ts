import { describe, expect, it } from 'vitest';
import { isDictionary, isScalar, sortedNames, splitMembers } from '../../../../src/aws/cli/output/values.ts';

describe('values of an answer', () => {
  it.each([
    [null, false, true],
    ['a', false, true],
    [0, false, true],
    [[], false, false],
    [{}, true, false],
  ])('%j: dictionary %s, scalar %s', (value, dictionary, scalar) => {
    expect([isDictionary(value), isScalar(value)]).toEqual([dictionary, scalar]);
  });

  it('are sorted by code point, each name once', () => {
    expect(sortedNames(['b', 'a', 'B', 'a', 'é'])).toEqual(['B', 'a', 'b', 'é']);
  });

  it('are split into scalars and others', () => {
    expect(splitMembers({ c: 1, b: [], a: null })).toEqual({ scalars: ['a', 'c'], nested: ['b'] });
  });
});
