import { expect, test } from 'vitest';
import { addressBytes, isWithin, parseNumeric } from '../../../../src/aws/sandbox/filter-policy/operands.ts';
import { TokenReader } from '../../../../src/aws/sandbox/filter-policy/reader.ts';

test.each([
  ['10.0.0.1', [10, 0, 0, 1]],
  ['10.0.0.256', undefined],
  ['10.0.0', undefined],
  ['::1', [...Array(15).fill(0), 1]],
  ['2001:db8::', [0x20, 0x01, 0x0d, 0xb8, ...Array(12).fill(0)]],
  ['1:2:3:4:5:6:7:8', [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8]],
  ['1:2:3', undefined],
  ['1::2::3', undefined],
  ['1:2:3:4:5:6:7::8', undefined],
  ['12345::', undefined],
  ['abc', undefined],
  ['', undefined],
])('the bytes of the address %s', (text, bytes) => {
  expect(addressBytes(text)).toEqual(bytes);
});

test.each([
  ['10.0.0.7', [10, 0, 0, 0], 29, true],
  ['10.0.0.8', [10, 0, 0, 0], 29, false],
  ['192.168.1.1', [10, 0, 0, 0], 0, true],
  ['10.0.0.1', [10, 0, 0, 1], 32, true],
  ['::1', [10, 0, 0, 1], 0, false],
  ['no address', [10, 0, 0, 1], 0, false],
])('%s lies in %j/%i: %s', (text, address, bits, inside) => {
  expect(isWithin(text, address, bits)).toBe(inside);
});

const numeric = (json: string) => parseNumeric(new TokenReader(json));

test.each([
  ['["=",1]', [{ operator: '=', limit: 1 }]],
  ['["<",-2.5]', [{ operator: '<', limit: -2.5 }]],
  [
    '[">",0,"<=",5]',
    [
      { operator: '>', limit: 0 },
      { operator: '<=', limit: 5 },
    ],
  ],
])('%s is a range', (json, bounds) => {
  expect(numeric(json)).toEqual({ kind: 'numeric', bounds });
});

test.each([
  ['1', 'must be an array'],
  ['[1]', 'Invalid member in numeric match'],
  ['["!=",1]', 'Unrecognized numeric range operator: !='],
  ['["=","1"]', 'Value of equals must be numeric'],
  ['["=",1,"<",2]', 'Too many elements'],
  ['["<",1,">",0]', 'Too many elements'],
  ['[">",1,2]', 'Bad value in numeric range'],
  ['[">",1,"=",2]', 'Bad numeric range operator'],
  ['[">",5,"<",5]', 'Bottom must be less than top'],
  ['[">",1,"<",2,"<"]', 'Too many terms'],
])('%s is refused', (json, message) => {
  expect(() => numeric(json)).toThrow(message);
});
