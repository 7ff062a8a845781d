import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDecimals,
  compareNumbers,
  NumberFault,
  normalNumber,
  subtract,
} from '../../../../../../src/aws/sandbox/services/dynamodb/values/decimal.ts';

/** Numbers of up to 15 digits with a power: exact as integers once the power is taken out. */
const parts = fc.record({
  digits: fc.integer({ min: -99_999, max: 99_999 }),
  power: fc.integer({ min: -6, max: 6 }),
});
const text = ({ digits, power }: { digits: number; power: number }) => `${digits}e${power}`;
const exact = ({ digits, power }: { digits: number; power: number }) =>
  BigInt(digits) * 10n ** BigInt(power + 6);

describe('numbers', () => {
  test.each([
    ['0', '0'],
    ['-0.0', '0'],
    ['+01.50', '1.5'],
    ['1e3', '1000'],
    ['123.456E-2', '1.23456'],
    ['-.5', '-0.5'],
    ['1E-130', `0.${'0'.repeat(129)}1`],
    ['9.9E+125', `99${'0'.repeat(124)}`],
  ])('%s is answered as %s', (given, shown) => {
    expect(normalNumber(given)).toBe(shown);
  });

  test.each([
    ['', 'The parameter cannot be converted to a numeric value'],
    ['one', 'The parameter cannot be converted to a numeric value: one'],
    ['1e', 'The parameter cannot be converted to a numeric value: 1e'],
    ['1E126', 'Number overflow. Attempting to store a number with magnitude larger than supported range'],
    [
      '1E99999999999',
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    ],
    ['1E-131', 'Number underflow. Attempting to store a number with magnitude smaller than supported range'],
    ['1'.repeat(39), 'Attempting to store more than 38 significant digits in a Number'],
  ])('%s is refused', (given, message) => {
    expect(() => normalNumber(given)).toThrow(new NumberFault(message));
  });

  test('are compared, added and subtracted exactly', () => {
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const [a, b] = [normalNumber(text(left)), normalNumber(text(right))];
        const [x, y] = [exact(left), exact(right)];
        expect(Math.sign(compareNumbers(a, b))).toBe(x < y ? -1 : Number(x > y));
        expect(addDecimals(a, b)).toBe(normalNumber(`${x + y}e-6`));
        expect(subtract(a, b)).toBe(normalNumber(`${x - y}e-6`));
      }),
    );
  });
});
