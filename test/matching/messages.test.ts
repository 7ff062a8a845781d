import { describe, expect, it } from 'vitest';

import { inWords, quoteBoth, quoteText, shortened, visible } from '../../src/matching/messages.ts';

it.each([
  ['plain', 'plain'],
  ['a\u200bb\u00a0c\u3000', 'a<U+200B>b<U+00A0>c<U+3000>'],
])('visible(%j)', (text, expected) => expect(visible(text)).toBe(expected));

describe('quoteText', () => {
  it.each([
    ['a "b"\nc', '"a "b"\\nc"'],
    ['', '""'],
  ])('%j', (text, expected) => expect(quoteText(text)).toBe(expected));

  it('leaves out the middle of a long text', () => {
    const long = quoteText(`${'a'.repeat(300)}${'b'.repeat(300)}`);
    expect(long).toBe(`"${'a'.repeat(160)} … ${'b'.repeat(30)}"`);
    expect(shortened('x'.repeat(200))).toBe('x'.repeat(200));
    expect(shortened('x'.repeat(201)).length).toBe(160 + 3 + 30);
  });
});

it('inWords', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(inWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

describe('quoteBoth', () => {
  const long = 'abcdefghij'.repeat(30);

  it('shows what stands around the place where long texts part', () => {
    const other = `${long.slice(0, 150)}X${long.slice(151)}`;
    const { expected, actual, from } = quoteBoth(long, other, { expected: 150, actual: 150 });
    expect(from).toBe(151);
    expect(expected).toBe(`"… ${long.slice(110, 190)} …"`);
    expect(actual).toBe(`"… ${other.slice(110, 190)} …"`);
  });

  it.each([
    ['short', 'other', 0],
    [long, `X${long}`, 0],
  ])('shows short texts, and long ones that part at once, as ever', (expected, actual, at) => {
    expect(quoteBoth(expected, actual, { expected: at, actual: at })).toEqual({
      expected: quoteText(expected),
      actual: quoteText(actual),
    });
  });
});
