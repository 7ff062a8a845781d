import { expect, test } from 'vitest';
import {
  type AttributeValue,
  compareValues,
  equalValues,
} from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';

test.each<[AttributeValue, AttributeValue, boolean]>([
  [{ S: '1' }, { N: '1' }, false],
  [{ SS: ['a', 'b'] }, { SS: ['b', 'a'] }, true],
  [{ L: [{ S: 'a' }, { S: 'b' }] }, { L: [{ S: 'b' }, { S: 'a' }] }, false],
  [{ M: { a: { S: '1' }, b: { S: '2' } } }, { M: { b: { S: '2' }, a: { S: '1' } } }, true],
  [{ B: new Uint8Array([1]) }, { B: new Uint8Array([1]) }, true],
  [{ B: new Uint8Array([1]) }, { S: '01' }, false],
  [{ NULL: true }, { BOOL: true }, false],
])('%j and %j are equal: %s', (left, right, equal) => {
  expect(equalValues(left, right)).toBe(equal);
});

const sign = (value: number | undefined) => (value === undefined ? undefined : Math.sign(value));

test.each<[AttributeValue, AttributeValue, number | undefined]>([
  [{ N: '9' }, { N: '10' }, -1],
  [{ S: '9' }, { S: '10' }, 1],
  [{ S: 'a' }, { S: 'ab' }, -1],
  // By bytes of UTF-8: JavaScript would put the second one first.
  [{ S: '\uff5e' }, { S: '\u{1f600}' }, -1],
  [{ B: new Uint8Array([2]) }, { B: new Uint8Array([1, 9]) }, 1],
  [{ S: 'a' }, { N: '1' }, undefined],
  [{ BOOL: true }, { BOOL: false }, undefined],
])('%j is ordered with %j', (left, right, order) => {
  expect(sign(compareValues(left, right))).toBe(order);
});
