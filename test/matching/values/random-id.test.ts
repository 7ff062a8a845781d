import { describe, expect, it } from 'vitest';

import {
  documentedIdPattern,
  numericIdPattern,
  randomIdPattern,
  spelledOutIdPattern,
  wordyIdPattern,
} from '../../../src/matching/values/random-id.ts';

const accepts = (pattern: typeof randomIdPattern, example: string, actual: string) =>
  new RegExp(`^(?:${pattern.shape(example)})$`).test(actual) && (pattern.accepts?.(actual) ?? true);

describe('random words', () => {
  it.each([
    ['50dc6c495c0c9188', true],
    ['handson2021', false],
    ['administrators', false],
    ['abcdefghij', true],
    ['A1B2C3D4E5F6', true],
    ['12345678901234567', true],
    ['exampleid', false],
    ['0a1example', true],
  ])('%s is one: %s', (text, expected) => expect(randomIdPattern.recognises?.(text)).toBe(expected));

  it.each([
    ['50dc6c495c0c9188', '0123456789abcdef', true],
    ['50dc6c495c0c9188', '0123456789ABCDEF', false],
    ['50dc6c495c0c9188', '0123456789abcde', false],
    ['50dc6c495c0c9188', 'aaaaaaaaaaaaaaaa', false],
    ['Z1D633PJN98FT9', 'Z0123456789ABCDEFGHIJ', true],
    ['d111111abcdef8', 'd222222zyxwvu', true],
  ])('%s stands for %s: %s', (example, actual, expected) => {
    expect(accepts(randomIdPattern, example, actual)).toBe(expected);
  });
});

describe('ids that documentation makes up', () => {
  const found = (pattern: typeof randomIdPattern, text: string) =>
    [...text.matchAll(pattern.finds)].map(([one]) => one);
  it('hold EXAMPLE and a digit', () => {
    expect(found(documentedIdPattern, 'E2QWRUHEXAMPLE1 and EXAMPLE')).toEqual(['E2QWRUHEXAMPLE1']);
  });

  it.each([
    ['c53dbd42-This-Is-An-Example', '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', true],
    ['7e9fd3091thisisanexamplethisisanexample1', '0'.repeat(32), true],
    ['exampleorgid', 'a1b2c3d4', true],
    ['d-EXAMPLE', 'd-1234567890', true],
    ['d-EXAMPLE', 'e-1234567890', false],
  ])('%s stands for %s: %s', (example, actual, expected) => {
    expect(found(wordyIdPattern, example)).toEqual([example]);
    expect(accepts(wordyIdPattern, example, actual)).toBe(expected);
  });
});

it('numbers and letters in their order keep their length', () => {
  expect(accepts(numericIdPattern, '1234567890', '9876543210')).toBe(true);
  expect(accepts(numericIdPattern, '1234567890', '987654321')).toBe(false);
  expect(accepts(spelledOutIdPattern, 'abcdefgh', 'x1y2z3w4')).toBe(true);
});
