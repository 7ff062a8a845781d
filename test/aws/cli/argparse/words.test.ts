import { describe, expect, it } from 'vitest';
import { classifyWords, convert } from '../../../../src/aws/cli/argparse/words.ts';

const option = (flag: string) => ({ kind: 'option', flag, dest: flag, takes: 'one' }) as const;
const spec = { options: [option('--user-name'), option('--user-id'), option('--path')], positionals: [] };
const kinds = (words: readonly string[]) =>
  classifyWords(spec, words).map((word) => (word.kind === 'option' ? (word.option?.flag ?? '?') : word.kind));

describe('classifyWords', () => {
  it.each([
    [
      ['--path', 'x'],
      ['--path', 'argument'],
    ],
    [
      ['--pa', 'x'],
      ['--path', 'argument'],
    ],
    [['--user-n=x'], ['--user-name']],
    [
      ['--unknown', '-x'],
      ['?', '?'],
    ],
    [
      ['-', '-5', '-.5', '-5x'],
      ['argument', 'argument', 'argument', '?'],
    ],
    [['--two words'], ['argument']],
    [
      ['a', '--', '--path', 'b'],
      ['argument', 'dashes', 'argument', 'argument'],
    ],
  ])('%j', (words, expected) => expect(kinds(words)).toEqual(expected));

  it('keeps the value behind the equals sign', () => {
    expect(classifyWords(spec, ['--path=a=b'])).toMatchObject([{ explicit: 'a=b' }]);
  });

  it('refuses an abbreviation of several options', () => {
    expect(() => classifyWords(spec, ['--user'])).toThrow(
      'ambiguous option: --user could match --user-name, --user-id',
    );
  });
});

describe('convert', () => {
  const wrong = (why: string) => new Error(why);
  it.each([
    ['7', 'int', 7],
    ['1_000', 'int', 1000],
    ['.5', 'float', 0.5],
    ['1e3', 'float', 1000],
    ['07x', undefined, '07x'],
  ] as const)('%s as %s', (word, to, expected) => expect(convert(word, to, wrong)).toBe(expected));

  it.each([
    ['7.5', 'int', "invalid int value: '7.5'"],
    ["it's", 'float', 'invalid float value: "it\'s"'],
  ] as const)('%s is no %s', (word, to, message) => expect(() => convert(word, to, wrong)).toThrow(message));
});
