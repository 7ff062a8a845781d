import { describe, expect, test } from 'vitest';
import {
  type AttributeValue,
  checkedItem,
  checkedValue,
} from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';

const nested = (depth: number): AttributeValue => (depth === 0 ? { S: 'x' } : { L: [nested(depth - 1)] });

describe('a value', () => {
  test('has its numbers in normal form, at any depth', () => {
    expect(
      checkedItem({ a: { N: '+01.50' }, b: { M: { c: { L: [{ N: '1e3' }] } } }, d: { NS: ['02'] } }),
    ).toEqual({
      a: { N: '1.5' },
      b: { M: { c: { L: [{ N: '1000' }] } } },
      d: { NS: ['2'] },
    });
  });

  test('may be nested 32 levels deep', () => {
    expect(() => checkedValue(nested(32))).not.toThrow();
    expect(() => checkedValue(nested(33))).toThrow('Nesting Levels have exceeded supported limits');
  });

  test.each<[unknown, string]>([
    [{}, 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'],
    [
      { S: 'a', N: '1' },
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    ],
    [
      { NULL: false },
      'One or more parameter values were invalid: Null attribute value types must have the value of true',
    ],
    [{ SS: [] }, 'One or more parameter values were invalid: An string set  may not be empty'],
    [{ NS: [] }, 'One or more parameter values were invalid: An number set  may not be empty'],
    [{ BS: [] }, 'One or more parameter values were invalid: Binary sets should not be empty'],
    [
      { SS: ['a', 'a'] },
      'One or more parameter values were invalid: Input collection [a, a] contains duplicates.',
    ],
    [{ NS: ['1', '1.0'] }, 'Input collection contains duplicates'],
    [{ N: 'x' }, 'The parameter cannot be converted to a numeric value: x'],
  ])('%j is refused', (value, message) => {
    expect(() => checkedValue(value as AttributeValue)).toThrow(
      expect.objectContaining({ code: 'ValidationException', message }),
    );
  });
});
