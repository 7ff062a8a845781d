import { expect, test } from 'vitest';
import {
  asDecimal,
  asWritten,
  decimal,
  jsonWithDecimals,
} from '../../../../../src/aws/sandbox/services/cloudwatch/decimal.ts';

test.each([
  [4, '4.0'],
  [0, '0.0'],
  [-2.5, '-2.5'],
  [0.001, '0.001'],
  [0.0005, '5.0E-4'],
  [9_999_999, '9999999.0'],
  [10_000_000, '1.0E7'],
  [1_073_741_824, '1.073741824E9'],
])('%d is written %s', (value, text) => {
  expect(decimal(value)).toBe(text);
});

test('JSON has marked numbers with their fractions, and texts as they are', () => {
  const text = jsonWithDecimals({ a: asDecimal(4), b: [asDecimal(1e7), 2], c: '\u0000{"x":1}', d: '4.0' });
  expect(text).toBe('{"a":4.0,"b":[1.0E7,2],"c":"\\u0000{\\"x\\":1}","d":"4.0"}');
});

test('JSON within JSON stays as it is written, and other texts stay texts', () => {
  expect(jsonWithDecimals({ a: asWritten('{"x": 5.0}'), b: asWritten('{') })).toBe(
    '{"a":{"x": 5.0},"b":"{"}',
  );
});
