import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matchesAttributes,
  matchesBody,
  parseFilterPolicy,
} from '../../../../src/aws/sandbox/filter-policy/index.ts';

const body = (policy: unknown, message: unknown) =>
  matchesBody(parseFilterPolicy(JSON.stringify(policy), 'MessageBody'), JSON.stringify(message));

describe('a filter policy on the body', () => {
  test.each([
    [{ a: ['x'] }, { a: 'x' }, true],
    [{ a: ['x'] }, { a: ['y', 'x'] }, true],
    [{ a: ['x'] }, {}, false],
    [{ a: [null] }, { a: null }, true],
    [{ a: [1] }, { a: '1' }, false],
    [{ a: [{ exists: false }] }, {}, true],
    [{ a: [{ exists: false }] }, { a: null }, false],
    [{ a: { b: [{ exists: true }] } }, { a: 'x' }, false],
    [{ a: [{ 'anything-but': ['x', 1] }] }, { a: 'y' }, true],
    [{ a: [{ 'anything-but': ['x', 1] }] }, { a: 1 }, false],
    [{ a: [{ 'anything-but': { prefix: 'x' } }] }, { a: 'xy' }, false],
    [{ a: [{ suffix: 'z' }] }, { a: 'xyz' }, true],
    [{ a: [{ 'equals-ignore-case': 'KYOTO' }] }, { a: 'Kyoto' }, true],
    [{ a: [{ wildcard: 'x*y*z' }] }, { a: 'xyz' }, true],
    [{ a: [{ wildcard: 'xy*yz' }] }, { a: 'xyz' }, false],
    [{ a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }, true],
    [{ a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 0 }, false],
    [{ a: [{ cidr: '10.0.0.0/9' }] }, { a: '10.127.0.1' }, true],
    [{ a: [{ cidr: '10.0.0.0/9' }] }, { a: '10.128.0.1' }, false],
    [{ a: [{ cidr: '2001:db8::/33' }] }, { a: '2001:db8:7fff::1' }, true],
    [{ $or: [{ a: ['x'] }, { b: ['y'] }] }, { b: 'y' }, true],
    [{ c: ['z'], $or: [{ a: ['x'] }, { b: ['y'] }] }, { b: 'y' }, false],
    // Of a list of objects, one must have both.
    [
      { r: { n: ['put'], k: ['a'] } },
      {
        r: [
          { n: 'put', k: 'b' },
          { n: 'delete', k: 'a' },
        ],
      },
      false,
    ],
    [{ r: { n: ['put'], k: ['a'] } }, { r: [[{ n: 'put', k: 'a' }]] }, true],
  ])('%j, message %j: %s', (policy, message, matches) => {
    expect(body(policy, message)).toBe(matches);
  });

  test('the values of a field are alternatives, as a naive evaluator has it', () => {
    const value = fc.oneof(fc.constantFrom('a', 'b', 'ab'), fc.integer({ min: 0, max: 3 }), fc.boolean());
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 4 }),
        fc.option(fc.array(value)),
        (wanted, found) => {
          const naive = found?.some((one) => wanted.includes(one)) ?? false;
          expect(body({ key: wanted }, found === null ? {} : { key: found })).toBe(naive);
        },
      ),
    );
  });
});

test('attributes compare by their types: numbers as numbers, lists item by item, bytes never', () => {
  const policy = (rules: unknown[]) => parseFilterPolicy(JSON.stringify({ a: rules }), 'MessageAttributes');
  const number = { a: { DataType: 'Number', StringValue: '1.0' } };
  const array = { a: { DataType: 'String.Array', StringValue: '["x", 1, null]' } };
  expect(matchesAttributes(policy([1]), number)).toBe(true);
  expect(matchesAttributes(policy(['1.0']), number)).toBe(false);
  expect(matchesAttributes(policy([null]), array)).toBe(true);
  expect(matchesAttributes(policy(['y']), array)).toBe(false);
  expect(matchesAttributes(policy([{ exists: true }]), { a: { DataType: 'Binary' } })).toBe(true);
  expect(matchesAttributes(policy(['']), { a: { DataType: 'Binary' } })).toBe(false);
});
