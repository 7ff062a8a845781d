import { describe, expect, it } from 'vitest';

import { digestPattern, fingerprintPattern, isDigest } from '../../../src/matching/values/digest.ts';
import { segment } from '../../../src/matching/values/index.ts';

const typesIn = (text: string) =>
  segment(text, { whole: false }).flatMap(({ form }) => (form ? [form.type] : []));
const pairs = (count: number) => Array.from({ length: count }, () => '0a').join(':');

describe('addresses and digests', () => {
  it.each([
    ['06:6a:0f:9a:49:37', ['mac-address']],
    [pairs(16), ['fingerprint']],
    [pairs(20), ['fingerprint']],
    [`sha256:${'0a'.repeat(32)}`, ['fingerprint']],
    ['09:00:00', []],
    [`sha256:${'0a'.repeat(31)}`, []],
  ])('%s', (text, types) => expect(typesIn(text)).toEqual(types));

  it('a fingerprint stands for another of as many pairs', () => {
    expect(new RegExp(`^${fingerprintPattern.shape(pairs(16))}$`).test(pairs(16).replaceAll('0', 'f'))).toBe(
      true,
    );
    expect(new RegExp(`^${fingerprintPattern.shape(pairs(16))}$`).test(pairs(20))).toBe(false);
  });

  it.each([
    ['5d41402abc4b2a76b9719d911017c592', true],
    ['"5d41402abc4b2a76b9719d911017c592-12"', true],
    ['NhCmhg==', true],
    ['LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=', true],
    ['hello', false],
    ['5d41402abc4b2a76b9719d911017c59', false],
  ])('isDigest(%s)', (text, expected) => expect(isDigest(text)).toBe(expected));

  it('is told by its length', () => {
    expect(digestPattern.describe('"5d41402abc4b2a76b9719d911017c592"')).toBe('a digest of 32 characters');
  });
});
