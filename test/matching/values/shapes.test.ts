import { expect, test } from 'vitest';
import {
  ACCESS_KEY_ID,
  isMask,
  isMaskedId,
  RESOURCE_DIGITS,
  WORD_END,
  WORD_START,
} from '../../../src/matching/values/shapes.ts';

test.each([
  ['XXXX', true],
  ['***', true],
  ['●●●●', true],
  ['ＸＸＸ', true],
  ['XX', false],
  ['XXx', false],
  ['aXXXX', false],
])('%s is a mask: %s', (text, is) => {
  expect(isMask(text)).toBe(is);
});

test.each([
  ['AIDAXXXXXXXX', true],
  ['vpc-****', true],
  ['vpc-***', false],
  ['XXXXvpc', false],
])('%s is masked behind its prefix: %s', (text, is) => {
  expect(isMaskedId(text)).toBe(is);
});

const word = (source: string, text: string) => new RegExp(`${WORD_START}${source}${WORD_END}`).test(text);

test.each([
  ['key "AKIAABCDEFGHIJKLMNOP"', true],
  ['ASIA0123456789ABCDEF', true],
  ['AKIAABCDEFGHIJKLMNOPQ', false],
  ['xAKIAABCDEFGHIJKLMNOP', false],
])('%s holds the id of an access key: %s', (text, holds) => {
  expect(word(ACCESS_KEY_ID, text)).toBe(holds);
});

test('the ids of EC2 have 8 or 17 digits', () => {
  const digits = [7, 8, 9, 16, 17, 18].filter((length) => word(RESOURCE_DIGITS, 'a'.repeat(length)));
  expect(digits).toEqual([8, 17]);
});
