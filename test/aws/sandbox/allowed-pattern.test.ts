import { describe, expect, test } from 'vitest';
import { compileAllowedPattern } from '../../../src/aws/sandbox/allowed-pattern/index.ts';

describe('compileAllowedPattern', () => {
  test.each([
    ['a|ab', 'ab', true],
    ['[a-z]+', 'abC', false],
    ['\\d{3}(?:-\\d)?', '123-4', true],
    ['(a|a)*b', 'a'.repeat(4000), false],
  ])('%s as a whole', async (pattern, text, expected) => {
    const matches = await compileAllowedPattern(pattern);
    expect(typeof matches === 'function' && matches(text)).toBe(expected);
  });

  test.each([
    ['(', 'invalid'],
    ['(?=a)a', 'unsupported'],
    ['(a)\\1', 'unsupported'],
  ])('%s is %s', async (pattern, expected) => {
    expect(await compileAllowedPattern(pattern)).toBe(expected);
  });
});
