import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compileRegex,
  matchesRegex,
} from '../../../../../../src/aws/sandbox/services/logs/filter-pattern/regex.ts';

const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', '\\x61', '-');
const part = fc
  .tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,}', '{0,2}'))
  .map((it) => it.join(''));
const branch = fc
  .tuple(fc.constantFrom('', '^'), fc.array(part, { maxLength: 5 }), fc.constantFrom('', '$'))
  .map(([start, parts, end]) => start + parts.join('') + end);
const regex = fc.array(branch, { minLength: 1, maxLength: 3 }).map((branches) => branches.join('|'));

test('matches what a regular expression of JavaScript matches', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), maxLength: 10 });
  fc.assert(
    fc.property(regex, text, (source, given) => {
      expect(matchesRegex(compileRegex(source), given)).toBe(new RegExp(source).test(given));
    }),
    { numRuns: 1000 },
  );
});

test('searches a long text in a time that grows with its length', () => {
  const hard = `${'a*'.repeat(30)}b`;
  expect(matchesRegex(compileRegex(hard), 'a'.repeat(5_000))).toBe(false);
});

test.each(['a{2000}', '[z-a]', 'a{999999999}'])('%s is refused', (source) => {
  expect(() => compileRegex(source)).toThrow(/too large|invalid part/);
});
