import { describe, expect, test } from 'vitest';
import { codeAt, spendCode, spendTwoCodes } from '../../../../src/aws/sandbox/mfa/index.ts';
import type { MfaDevice } from '../../../../src/aws/sandbox/state/index.ts';

/** RFC 6238's test secret, `12345678901234567890`. */
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);
const device = (): MfaDevice => ({ serialNumber: 'arn:aws:iam::123456789012:mfa/a', seed: SEED, tags: [] });

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %i s the code is that of RFC 6238, appendix B', (seconds, code) => {
  expect(codeAt(SEED, at(seconds))).toBe(code);
});

describe('one code', () => {
  test.each([
    [-31, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])('of %i s away', (seconds, taken) => {
    const now = at(3000);
    expect(spendCode(device(), codeAt(SEED, at(3000 + seconds)), now)).toBe(taken);
  });

  test('is taken once, and none before it afterwards', () => {
    const token = device();
    expect(spendCode(token, codeAt(SEED, at(3000)), at(3000))).toBe(true);
    expect(spendCode(token, codeAt(SEED, at(3000)), at(3000))).toBe(false);
    expect(spendCode(token, codeAt(SEED, at(2970)), at(3000))).toBe(false);
    expect(spendCode(token, codeAt(SEED, at(3030)), at(3030))).toBe(true);
  });
});

describe('two codes', () => {
  const pair = (first: number, second: number) =>
    [codeAt(SEED, at(first)), codeAt(SEED, at(second))] as const;

  test.each([
    [2970, 3000, true],
    [3000, 3030, true],
    [2910, 2940, true],
    [3000, 3000, false],
    [3000, 2970, false],
    [2940, 3000, false],
    [3030, 3060, false],
    [0, 30, false],
  ])('of %i and %i s, at 3000 s', (first, second, taken) => {
    expect(spendTwoCodes(device(), ...pair(first, second), at(3000))).toBe(taken);
  });

  test('are used: the second is not taken again', () => {
    const token = device();
    expect(spendTwoCodes(token, ...pair(2970, 3000), at(3000))).toBe(true);
    expect(spendCode(token, codeAt(SEED, at(3000)), at(3000))).toBe(false);
    expect(spendCode(token, codeAt(SEED, at(3030)), at(3000))).toBe(true);
  });
});
