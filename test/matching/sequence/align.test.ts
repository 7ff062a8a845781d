import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BudgetExceeded } from '../../../src/matching/budget.ts';
import { type AlignmentStep, align } from '../../../src/matching/sequence/align.ts';

/** The steps of two lines of letters as a text; a dot of the example is an elision. */
const run = (expected: string, actual: string): AlignmentStep[] =>
  align({
    expected: expected.length,
    actual: actual.length,
    isElision: (i) => expected[i] === '.',
    matches: (i, j) => expected[i] === actual[j],
  });
const shown = (expected: string, actual: string) =>
  run(expected, actual)
    .map((step) => {
      if (step.kind === 'pair') return `${expected[step.expected]}${actual[step.actual]}`;
      if (step.kind === 'elision') return '.';
      if ('expected' in step) return `-${expected[step.expected]}`;
      return `${step.kind === 'elided' ? '~' : '+'}${actual[step.actual]}`;
    })
    .join(' ');

test.each([
  ['abc', 'abc', 'aa bb cc'],
  ['abc', 'ac', 'aa -b cc'],
  ['ac', 'abc', 'aa +b cc'],
  ['abc', 'axc', 'aa bx cc'],
  ['', 'ab', '+a +b'],
  ['ab', '', '-a -b'],
])('%s beside %s: %s', (expected, actual, steps) => {
  expect(shown(expected, actual)).toBe(steps);
});

describe('elision', () => {
  test.each([
    ['a.d', 'abcd', 'aa ~b ~c . dd'],
    ['a.', 'abc', 'aa ~b ~c .'],
    ['.c', 'abc', '~a ~b . cc'],
    ['a.b', 'ab', 'aa . bb'],
    ['a.b', 'axxbxb', 'aa ~x ~x ~b ~x . bb'],
  ])('%s leaves out what %s has more: %s', (expected, actual, steps) => {
    expect(shown(expected, actual)).toBe(steps);
  });

  test('takes what is left where there is too much to compare', () => {
    const actual = `a${'x'.repeat(600_000)}b`;
    const steps = run('a.b', actual);
    expect(steps.filter(({ kind }) => kind === 'elided')).toHaveLength(600_000);
    expect(steps.some(({ kind }) => kind === 'missing' || kind === 'unexpected')).toBe(false);
  });
});

test('what differs over too long a stretch is given up', () => {
  expect(() => run('a'.repeat(600), 'b'.repeat(600))).toThrow(BudgetExceeded);
});

test('each element is used once and in order, and what fits is paired', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (expected, actual) => {
      const steps = run(expected, actual);
      const of = (side: 'expected' | 'actual') =>
        steps.flatMap((step) => (side in step ? [(step as never)[side]] : []));
      expect(of('expected')).toEqual([...expected].map((_, index) => index));
      expect(of('actual')).toEqual([...actual].map((_, index) => index));
      if (expected === actual) expect(steps.every(({ kind }) => kind === 'pair')).toBe(true);
    }),
  );
});
