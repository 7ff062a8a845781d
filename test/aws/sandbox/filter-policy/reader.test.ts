import { expect, test } from 'vitest';
import { FilterPolicyError, TokenReader } from '../../../../src/aws/sandbox/filter-policy/reader.ts';

function tokens(json: string, count: number) {
  const reader = new TokenReader(json);
  return Array.from({ length: count }, () => reader.next());
}

test('tokens have the columns that AWS names', () => {
  expect(tokens('{"a":["x"]}', 6).map(({ kind, text, column }) => [kind, text, column])).toEqual([
    ['{', '{', 2],
    ['name', 'a', 7],
    ['[', '[', 7],
    ['string', 'x', 8],
    [']', ']', 11],
    ['}', '}', 12],
  ]);
});

test('values are read as JSON has them', () => {
  expect(tokens('["a\\u00e9\\"b",-1.5e3,null,true]', 6).map(({ value }) => value)).toEqual([
    undefined,
    'aé"b',
    -1500,
    null,
    true,
    undefined,
  ]);
});

test('at the end the last token is read again', () => {
  expect(tokens('[]', 4).map(({ kind }) => kind)).toEqual(['[', ']', ']', ']']);
});

test('a fault names the place', () => {
  const reader = new TokenReader('{"a":1}');
  const [, , number] = [reader.next(), reader.next(), reader.next()];
  const fault = reader.fault('Wrong', number as NonNullable<typeof number>);
  expect(fault).toBeInstanceOf(FilterPolicyError);
  expect(fault.message).toBe('Wrong\n at [Source: (String)"{"a":1}"; line: 1, column: 7]');
});
