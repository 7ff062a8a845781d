import { describe, expect, test } from 'vitest';
import { isElision, Scanner } from '../../../src/procedure/json/scanner.ts';

test.each(['...', '…', '……', '（以下略）', '(略)', '〜省略〜', ' ～中略～ ', '〜 以下は省略しました 〜'])(
  '%s leaves something out',
  (text) => {
    expect(isElision(text)).toBe(true);
  },
);

test.each(['', '..', 'Loading...', '略', '省略', '〜', 'a（略）'])('"%s" leaves nothing out', (text) => {
  expect(isElision(text)).toBe(false);
});

test('tokens are read one after the other, with their places and lines', () => {
  const scanner = new Scanner(' {"a":\n 1.5e3}', false);
  expect(scanner.takeMark('{')).toMatchObject({ text: '{', start: 1, end: 2 });
  expect(scanner.take('number')).toBeUndefined();
  expect(scanner.take('string')).toMatchObject({ text: '"a"' });
  expect(scanner.takeMark(':')).toBeDefined();
  expect([scanner.lineBefore, scanner.line]).toEqual([1, 2]);
  expect(scanner.take('number')).toMatchObject({ text: '1.5e3', start: 8 });
  expect(scanner.mark).toBe('}');
  scanner.takeMark('}');
  expect(scanner.ended).toBe(true);
});

test.each([
  ['string', '"a\\u00e9\\n"'],
  ['string', '""'],
  ['number', '-0.5'],
  ['number', '0'],
  ['word', 'null'],
] as const)('a %s may be %s', (lexeme, text) => {
  expect(new Scanner(text, false).take(lexeme)?.text).toBe(text);
});

test.each([
  ['number', '01'],
  ['number', '1.'],
  ['number', '+1'],
  ['number', '123abc'],
  ['word', 'nullable'],
  ['string', '"a\nb"'],
  ['string', '"\\x"'],
  ['string', '"a'],
  ['elision', '...'],
] as const)('no %s is %s', (lexeme, text) => {
  expect(new Scanner(text, false).is(lexeme)).toBe(false);
});

test('elisions are tokens where the text may leave things out', () => {
  expect(new Scanner('... ,', true).take('elision')?.text).toBe('...');
});

describe('what is no token of JSON', () => {
  test.each([
    ['"a', 'is not closed'],
    ['"\\q"', 'wrong escape'],
    ['"a\tb"', 'write it as \\t'],
    ['\u00a01', 'U+00A0'],
    ['\u200b', 'U+200B'],
    ['True', '"True" is neither in quotes'],
    ["'a'", 'neither in quotes'],
  ])('%s is described', (text, said) => {
    expect(new Scanner(text, false).noToken).toContain(said);
  });

  test.each(['', '{', '"a"', '1', 'true'])('"%s" is none of it', (text) => {
    expect(new Scanner(text, false).noToken).toBeUndefined();
  });
});
