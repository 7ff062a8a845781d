import { describe, expect, it } from 'vitest';
import {
  parseFloatText,
  parseInteger,
  plainTypeName,
  repr,
  reprText,
  roundHalfEven,
  str,
  toInteger,
  typeName,
} from '../../../../src/aws/cli/python/builtins.ts';

describe('built-in functions of Python', () => {
  it.each([
    ['7', 7],
    [' -7 ', -7],
    ['1_000', 1000],
    ['007', 7],
    ['1__0', undefined],
    ['1.0', undefined],
    ['', undefined],
  ])('int(%j)', (text, expected) => expect(parseInteger(text)).toBe(expected));

  it('int of another text raises', () => {
    expect(() => toInteger("it's")).toThrow('invalid literal for int() with base 10: "it\'s"');
  });

  it.each([
    ['.5', 0.5],
    ['5.', 5],
    ['-1e3', -1000],
    ['.', undefined],
    ['1e', undefined],
  ])('float(%j)', (text, expected) => expect(parseFloatText(text)).toBe(expected));

  it.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [2.4, 2],
    [2.6, 3],
    [-0.5, 0],
  ])('round(%d)', (value, expected) => expect(roundHalfEven(value)).toBeCloseTo(expected));

  it.each([
    ['a', "'a'"],
    ["it's", '"it\'s"'],
    [`it's "x"`, `'it\\'s "x"'`],
    ['a\\b\n\t', "'a\\\\b\\n\\t'"],
  ])('repr(%j)', (text, expected) => expect(reprText(text)).toBe(expected));

  it('repr of containers', () => {
    expect(repr({ a: [1, true, null], b: { c: 'd' } })).toBe("{'a': [1, True, None], 'b': {'c': 'd'}}");
    expect(repr(Uint8Array.of(104, 105))).toBe("b'hi'");
  });

  it('str', () => {
    expect([null, true, 1.5, 'a', ['a']].map(str)).toEqual(['None', 'True', '1.5', 'a', "['a']"]);
  });

  it('type', () => {
    const values = [null, 'a', true, 1, 1.5, [], {}, new Uint8Array()];
    expect(values.map(plainTypeName)).toEqual([
      'NoneType',
      'str',
      'bool',
      'int',
      'float',
      'list',
      'dict',
      'bytes',
    ]);
    expect(typeName(1)).toBe("<class 'int'>");
  });
});
