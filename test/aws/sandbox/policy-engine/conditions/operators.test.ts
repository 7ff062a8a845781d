import { describe, expect, test } from 'vitest';
import { evaluatePolicies } from '../../../../../src/aws/sandbox/policy-engine/evaluate-policies.ts';
import { allow, request } from '../requests.ts';

type Context = Parameters<typeof request>[0];

function holds(Condition: object, context: Context): boolean {
  return evaluatePolicies([allow({ Condition })], request(context)) === 'allowed';
}

describe('condition operators', () => {
  test.each<[string, object, Context, boolean]>([
    ['StringEquals, one of several', { StringEquals: { k: ['a', 'b'] } }, { k: 'b' }, true],
    ['StringEquals, by case', { StringEquals: { k: 'A' } }, { k: 'a' }, false],
    ['StringEquals takes no wildcard', { StringEquals: { k: 'a*' } }, { k: 'ab' }, false],
    ['StringNotEquals, none of several', { StringNotEquals: { k: ['a', 'b'] } }, { k: 'c' }, true],
    ['StringNotEquals, one of several', { StringNotEquals: { k: ['a', 'b'] } }, { k: 'b' }, false],
    ['StringEqualsIgnoreCase', { StringEqualsIgnoreCase: { k: 'AbC' } }, { k: 'aBc' }, true],
    ['StringNotEqualsIgnoreCase', { StringNotEqualsIgnoreCase: { k: 'AbC' } }, { k: 'aBc' }, false],
    ['StringLike', { StringLike: { k: 'home/*/?' } }, { k: 'home/a/b' }, true],
    ['StringLike, by case', { StringLike: { k: 'HOME/*' } }, { k: 'home/a' }, false],
    ['StringNotLike', { StringNotLike: { k: 'home/*' } }, { k: 'away' }, true],
    ['NumericEquals, written otherwise', { NumericEquals: { k: '10.0' } }, { k: '10' }, true],
    ['NumericEquals, of a JSON number', { NumericEquals: { k: 10 } }, { k: '10' }, true],
    ['NumericNotEquals', { NumericNotEquals: { k: '10' } }, { k: '11' }, true],
    ['NumericLessThan, equal', { NumericLessThan: { k: '10' } }, { k: '10' }, false],
    ['NumericLessThanEquals, equal', { NumericLessThanEquals: { k: '10' } }, { k: '10' }, true],
    ['NumericLessThan is no comparison of texts', { NumericLessThan: { k: '10' } }, { k: '9' }, true],
    ['NumericGreaterThan', { NumericGreaterThan: { k: '10' } }, { k: '10' }, false],
    ['NumericGreaterThanEquals', { NumericGreaterThanEquals: { k: '10' } }, { k: '10' }, true],
    ['a number that is none', { NumericLessThan: { k: 'ten' } }, { k: '9' }, false],
    ['a number that is empty', { NumericLessThan: { k: '1' } }, { k: '' }, false],
    ['DateEquals, in seconds', { DateEquals: { k: '1609459200' } }, { k: '2021-01-01T00:00:00Z' }, true],
    [
      'DateNotEquals',
      { DateNotEquals: { k: '2021-01-01T00:00:00Z' } },
      { k: '2021-01-01T00:00:00.000Z' },
      false,
    ],
    ['DateLessThan', { DateLessThan: { k: '2021-01-02' } }, { k: '2021-01-01T23:59:59Z' }, true],
    ['DateLessThanEquals', { DateLessThanEquals: { k: '2021-01-01' } }, { k: '2021-01-01T00:00:00Z' }, true],
    [
      'DateGreaterThan, in another zone',
      { DateGreaterThan: { k: '2021-01-01T09:00:00+09:00' } },
      { k: '2021-01-01T00:00:01Z' },
      true,
    ],
    [
      'DateGreaterThanEquals',
      { DateGreaterThanEquals: { k: '2021-01-01' } },
      { k: '2020-12-31T23:59:59Z' },
      false,
    ],
    ['Bool', { Bool: { k: 'true' } }, { k: 'true' }, true],
    ['Bool, of a JSON boolean', { Bool: { k: false } }, { k: 'false' }, true],
    ['Bool, in another case', { Bool: { k: 'True' } }, { k: 'true' }, true],
    ['Bool, the other', { Bool: { k: 'true' } }, { k: 'false' }, false],
    [
      'BinaryEquals',
      { BinaryEquals: { k: 'QmluYXJ5VmFsdWVJbkJhc2U2NA==' } },
      { k: 'QmluYXJ5VmFsdWVJbkJhc2U2NA==' },
      true,
    ],
    ['IpAddress, in the range', { IpAddress: { k: '203.0.113.0/24' } }, { k: '203.0.113.10' }, true],
    ['IpAddress, out of it', { IpAddress: { k: '203.0.113.0/28' } }, { k: '203.0.113.16' }, false],
    ['IpAddress, a single one', { IpAddress: { k: '203.0.113.10' } }, { k: '203.0.113.10' }, true],
    [
      'IpAddress, version 6',
      { IpAddress: { k: '2001:DB8:1234:5678::/64' } },
      { k: '2001:db8:1234:5678::1' },
      true,
    ],
    ['IpAddress, of the other version', { IpAddress: { k: '::/0' } }, { k: '203.0.113.10' }, false],
    [
      'NotIpAddress',
      { NotIpAddress: { k: ['192.0.2.0/24', '203.0.113.0/24'] } },
      { k: '203.0.113.10' },
      false,
    ],
    [
      'ArnEquals takes wildcards',
      { ArnEquals: { k: 'arn:aws:iam::*:user/*' } },
      { k: 'arn:aws:iam::1:user/a/b' },
      true,
    ],
    ['ArnLike, part by part', { ArnLike: { k: 'arn:aws:*:user/a' } }, { k: 'arn:aws:iam::1:user/a' }, false],
    [
      'ArnLike, colons in the last part',
      { ArnLike: { k: 'arn:aws:sns:*:*:a:*' } },
      { k: 'arn:aws:sns:r:1:a:b' },
      true,
    ],
    ['ArnLike, with too few parts', { ArnLike: { k: 'arn:aws:iam' } }, { k: 'arn:aws:iam::1:user/a' }, false],
    ['ArnNotLike', { ArnNotLike: { k: 'arn:aws:iam::*:role/*' } }, { k: 'arn:aws:iam::1:user/a' }, true],
    ['ArnNotEquals', { ArnNotEquals: { k: 'arn:aws:iam::1:user/a' } }, { k: 'arn:aws:iam::1:user/a' }, false],
    ['Null, of a key that is there', { Null: { k: 'true' } }, { k: 'a' }, false],
    ['Null, of a key that is not', { Null: { k: true } }, {}, true],
    ['Null false, of a key that is there', { Null: { k: 'false' } }, { k: 'a' }, true],
    [
      'keys are not distinguished by case',
      { StringEquals: { 'AWS:UserName': 'a' } },
      { 'aws:username': 'a' },
      true,
    ],
    ['nor are operators', { stringequals: { k: 'a' } }, { k: 'a' }, true],
    ['all keys of an operator', { StringEquals: { k: 'a', l: 'b' } }, { k: 'a', l: 'c' }, false],
    ['all operators', { StringEquals: { k: 'a' }, Bool: { l: 'true' } }, { k: 'a', l: 'false' }, false],
    ['an operator that is none', { StringIs: { k: 'a' } }, { k: 'a' }, false],
  ])('%s', (_name, condition, context, expected) => {
    expect(holds(condition, context)).toBe(expected);
  });
});

describe('a key that the request does not have', () => {
  test.each<[object, boolean]>([
    [{ StringEquals: { k: 'a' } }, false],
    [{ StringEqualsIfExists: { k: 'a' } }, true],
    [{ StringNotEquals: { k: 'a' } }, true],
    [{ NumericLessThan: { k: '1' } }, false],
    [{ NumericNotEquals: { k: '1' } }, true],
    [{ DateNotEquals: { k: '2021-01-01' } }, true],
    [{ Bool: { k: 'false' } }, false],
    [{ BoolIfExists: { k: 'false' } }, true],
    [{ NotIpAddress: { k: '203.0.113.0/24' } }, true],
    [{ ArnNotLike: { k: 'arn:aws:iam::1:user/a' } }, true],
    [{ 'ForAllValues:StringEquals': { k: 'a' } }, true],
    [{ 'ForAnyValue:StringEquals': { k: 'a' } }, false],
    [{ 'ForAnyValue:StringNotEquals': { k: 'a' } }, false],
    [{ 'ForAnyValue:StringEqualsIfExists': { k: 'a' } }, true],
  ])('%j', (condition, expected) => {
    expect(holds(condition, {})).toBe(expected);
  });
});

describe('a key with several values', () => {
  const values = { 'aws:TagKeys': ['environment', 'cost-center'] };
  test.each<[object, boolean]>([
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['environment', 'cost-center', 'owner'] } }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['environment'] } }, false],
    [{ 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['owner'] } }, true],
    [{ 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['environment'] } }, false],
    [{ 'ForAnyValue:StringLike': { 'aws:TagKeys': 'cost-*' } }, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'owner' } }, false],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'environment' } }, true],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['environment', 'cost-center'] } }, false],
  ])('%j', (condition, expected) => {
    expect(holds(condition, values)).toBe(expected);
  });
});

describe('policy variables', () => {
  const home = { StringLike: { 's3:prefix': ['home/${aws:username}/*'] } };
  test.each<[string, object, Context, string]>([
    [
      'in a resource',
      { Resource: 'arn:aws:s3:::b/${aws:username}/*' },
      { 'aws:username': 'alice' },
      'allowed',
    ],
    [
      'of another',
      { Resource: 'arn:aws:s3:::b/${aws:username}/*' },
      { 'aws:username': 'bob' },
      'implicitly-denied',
    ],
    [
      'in a condition',
      { Condition: home },
      { 'aws:username': 'alice', 's3:prefix': 'home/alice/x' },
      'allowed',
    ],
    [
      'in an ARN condition',
      { Condition: { ArnEquals: { k: 'arn:aws:iam::1:user/${aws:username}' } } },
      { 'aws:username': 'a', k: 'arn:aws:iam::1:user/a' },
      'allowed',
    ],
    [
      'in StringEquals',
      { Condition: { StringEquals: { k: '${aws:username}-x' } } },
      { 'aws:username': 'a', k: 'a-x' },
      'allowed',
    ],
    [
      'by another case',
      { Resource: 'arn:aws:s3:::b/${AWS:userName}/*' },
      { 'aws:username': 'alice' },
      'allowed',
    ],
    ['without a value', { Resource: 'arn:aws:s3:::b/${aws:username}*' }, {}, 'implicitly-denied'],
    ['with a default', { Resource: "arn:aws:s3:::b/${aws:username, 'alice'}/*" }, {}, 'allowed'],
    [
      'with several values',
      { Resource: 'arn:aws:s3:::b/${k}/*' },
      { k: ['alice', 'bob'] },
      'implicitly-denied',
    ],
    [
      'a wildcard in a value is none',
      { Resource: 'arn:aws:s3:::b/${aws:username}/x' },
      { 'aws:username': '*' },
      'implicitly-denied',
    ],
    ['a star that is a star', { Condition: { StringLike: { k: 'a${*}' } } }, { k: 'a*' }, 'allowed'],
    [
      'a star that is no wildcard',
      { Condition: { StringLike: { k: 'a${*}' } } },
      { k: 'ab' },
      'implicitly-denied',
    ],
    ['a question mark, a dollar', { Condition: { StringLike: { k: '${?}${$}' } } }, { k: '?$' }, 'allowed'],
    [
      'in a tag key',
      { Condition: { StringEquals: { k: '${aws:PrincipalTag/team name}' } } },
      { 'aws:PrincipalTag/team name': 'x', k: 'x' },
      'allowed',
    ],
  ])('%s', (_name, statement, context, decision) => {
    const asked = request(context, { resource: 'arn:aws:s3:::b/alice/x' });
    expect(evaluatePolicies([allow(statement)], asked)).toBe(decision);
  });

  test('are text in a document of the older version', () => {
    const document = { ...allow({ Resource: 'arn:aws:s3:::b/${aws:username}' }), Version: '2008-10-17' };
    const at = (name: string) => request({ 'aws:username': 'a' }, { resource: `arn:aws:s3:::b/${name}` });
    expect(evaluatePolicies([document], at('a'))).toBe('implicitly-denied');
    expect(evaluatePolicies([document], at('${aws:username}'))).toBe('allowed');
  });

  test('an ARN with parts left out is completed', () => {
    const sqs = request({}, { resource: 'arn:aws:sqs:us-east-1:123456789012:queue' });
    expect(evaluatePolicies([allow({ Resource: 'arn:aws:sqs' })], sqs)).toBe('allowed');
    expect(evaluatePolicies([allow({ Resource: 'arn:aws:sns' })], sqs)).toBe('implicitly-denied');
  });
});
