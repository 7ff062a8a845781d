import { expect, test } from 'vitest';
import { takeLanguage } from '../../src/cli/command-line.ts';

test.each([
  [['lint'], ['lint'], undefined],
  [['--lang', 'ja', 'lint', 'a'], ['lint', 'a'], 'ja'],
  [['lint', '--lang=en', 'a'], ['lint', 'a'], 'en'],
  [['sandbox', '--', 'echo', '--lang', 'x'], ['sandbox', '--', 'echo', '--lang', 'x'], undefined],
  [['sandbox', '--lang', 'ja', '--', '--lang'], ['sandbox', '--', '--lang'], 'ja'],
])('%j: %j are left, %j is asked for', (args, rest, asked) => {
  expect(takeLanguage(args)).toEqual({ rest, asked });
});

test.each([[['lint', '--lang']], [['--lang', 'de']], [['--lang=']]])('%j is refused', (args) => {
  expect(takeLanguage(args).refusal).toBe('--lang takes one of: en, ja.');
});
