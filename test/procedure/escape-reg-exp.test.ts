import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeRegExp } from '../../src/procedure/escape-reg-exp.ts';

test.each(['', 'u', 'v'])(
  'an escaped text matches itself and nothing longer, with the flags "%s"',
  (flags) => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(new RegExp(`^${escapeRegExp(text)}$`, flags).test(text)).toBe(true);
      }),
    );
  },
);

test('no character of it stands for another', () => {
  const pattern = new RegExp(`^${escapeRegExp('a.b*(c)')}$`);
  expect(['a.b*(c)', 'axb*(c)', 'a.bb(c)', 'a.b*c'].map((text) => pattern.test(text))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('a hyphen is no range in a class of characters', () => {
  expect(new RegExp(`[${escapeRegExp('a-c')}]`).test('b')).toBe(false);
});
