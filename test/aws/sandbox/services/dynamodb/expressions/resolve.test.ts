import { describe, expect, test } from 'vitest';
import type { AttributeValue } from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';
import { read } from './read.ts';

describe('is refused', () => {
  const one = { ':a': { S: 'x' } };
  test.each([
    ['', {}, 'The expression can not be empty;'],
    ['a =', {}, 'Syntax error; token: "<EOF>", near: "="'],
    ['a == :a', one, 'Syntax error; token: "=", near: "== :a"'],
    ['INVALID SYNTAX HERE', {}, 'Syntax error; token: "SYNTAX", near: "INVALID SYNTAX HERE"'],
    ['a : b', {}, 'Syntax error; token: ":", near: "a : b"'],
    ['a = :a b', one, 'Syntax error; token: "b", near: ":a b"'],
    ['((a = :a))', one, 'The expression has redundant parentheses;'],
    ['has(a)', {}, 'Invalid function name; function: has'],
    [
      'if_not_exists(a, :a)',
      one,
      'The function is not allowed in a condition expression; function: if_not_exists',
    ],
    ['size(a)', {}, 'The function is not allowed to be used this way in an expression; function: size'],
    [
      'begins_with(a, :a) = :a',
      one,
      'The function is not allowed to be used this way in an expression; function: begins_with',
    ],
    ['name = :a', one, 'Attribute name is a reserved keyword; reserved keyword: name'],
    [
      '#n = :a',
      one,
      'An expression attribute name used in the document path is not defined; attribute name: #n',
    ],
    ['a = :b', one, 'An expression attribute value used in expression is not defined; attribute value: :b'],
    [
      'contains(a)',
      {},
      'Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1',
    ],
    [
      'attribute_exists(:a)',
      one,
      'Operator or function requires a document path; operator or function: attribute_exists',
    ],
    [
      'begins_with(a, :n)',
      { ':n': { N: '1' } },
      'Incorrect operand type for operator or function; operator or function: begins_with, operand type: N',
    ],
    [
      'attribute_type(a, :a)',
      one,
      'Invalid attribute type name found; type: x, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}',
    ],
    [
      'a = a',
      {},
      'The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]',
    ],
    [
      'a BETWEEN :a AND :n',
      { ...one, ':n': { N: '1' } },
      'The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:x}, upper bound operand: AttributeValue: {N:1}',
    ],
    [
      'a BETWEEN :a AND :n',
      { ...one, ':n': { S: 'a' } },
      'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:x}, upper bound operand: AttributeValue: {S:a}',
    ],
  ])('%j', (text, values, message) => {
    expect(() => read(text, values)).toThrow(
      expect.objectContaining({ message: `Invalid FilterExpression: ${message}` }),
    );
  });

  test('with values that nothing uses, keys that are none, and nothing to use them', () => {
    expect(() => read('a = :a', { ...one, ':b': { S: 'y' } })).toThrow(
      'Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}',
    );
    expect(() => read('a = :a', one, { n: 'a' })).toThrow(
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "n"',
    );
    expect(() => read('a = :a', { ':a': {} as AttributeValue })).toThrow(
      'ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :a',
    );
  });
});
