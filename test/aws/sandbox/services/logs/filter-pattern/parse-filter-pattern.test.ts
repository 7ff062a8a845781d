import { expect, test } from 'vitest';
import { parseFilterPattern } from '../../../../../../src/aws/sandbox/services/logs/filter-pattern/index.ts';

test.each([
  ['', 'terms'],
  ['ERROR -"exit code"', 'terms'],
  ['?WARN ?ERROR', 'terms'],
  ['%5\\d{2}%', 'terms'],
  ['{ $.a = 1 }', 'json'],
  ['{ ($.a IS NULL) || ($.b NOT EXISTS) }', 'json'],
  ['[w1, w2 = "x*", ...]', 'fields'],
])('%s is of the kind %s', (text, kind) => {
  expect(parseFilterPattern(text).kind).toBe(kind);
});

test.each([
  ['a:b', "Invalid character(s) in term ':'"],
  ['{ $.a = 1', 'Invalid filter pattern'],
  ['[..., a, ...]', 'A filter pattern can have one ellipsis only.'],
  ['{ $.a = %a% && $.b = %b% && $.c = %c% }', 'A filter pattern can have at most 2 regular expressions.'],
])('%s is refused', (text, message) => {
  expect(() => parseFilterPattern(text)).toThrow(
    expect.objectContaining({ code: 'InvalidParameterException', message }),
  );
});
