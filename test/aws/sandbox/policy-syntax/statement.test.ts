import { expect, test } from 'vitest';
import {
  commonFaults,
  isEmptyList,
  isFields,
  itemsOf,
} from '../../../../src/aws/sandbox/policy-syntax/statement.ts';

const faults = (statement: Record<string, unknown>) =>
  [...commonFaults(statement, ['S'], 'identity', ['Principal'])].map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );
const condition = (block: unknown) => ({ Effect: 'Deny', Condition: block });

test.each([
  ['an effect and a name', { Effect: 'Allow', Sid: 'Abc1' }, []],
  ['a field that has a fault of its own', { Effect: 'Allow', Principal: '*' }, []],
  ['conditions', condition({ StringEquals: { 'aws:username': ['a', 'b'] }, Bool: { 'aws:x': true } }), []],
  [
    'conditions on keys that may be absent',
    condition({ StringLikeIfExists: { a: 1 }, 'ForAllValues:StringLike': { a: 'b' } }),
    [],
  ],
  ['no effect', {}, ['effect S.Effect']],
  ['a name with a hyphen', { Effect: 'Deny', Sid: 'a-b' }, ['sid S.Sid']],
  ['a name that is a number', { Effect: 'Deny', Sid: 1 }, ['sid S.Sid']],
  ['another field', { Effect: 'Deny', effect: 'x' }, ['unknown-field S']],
  ['a condition that is a text', condition('x'), ['condition S.Condition']],
  ['an unknown operator', condition({ Equals: { a: 'b' } }), ['operator S.Condition.Equals']],
  ['an operator without keys', condition({ StringEquals: 'a' }), ['condition S.Condition.StringEquals']],
  [
    'a value that is a map',
    condition({ StringEquals: { a: ['b', {}] } }),
    ['condition S.Condition.StringEquals.a.1'],
  ],
])('%s: %#', (_, statement, found) => {
  expect(faults(statement)).toEqual(found);
});

test('one of something is a list of one', () => {
  expect(itemsOf('a', ['x'])).toEqual([{ item: 'a', path: ['x'] }]);
  expect(itemsOf(['a', 'b'], ['x'])).toEqual([
    { item: 'a', path: ['x', 0] },
    { item: 'b', path: ['x', 1] },
  ]);
  expect([isEmptyList([]), isEmptyList(''), isEmptyList([1])]).toEqual([true, false, false]);
  expect([isFields({}), isFields([]), isFields(null)]).toEqual([true, false, false]);
});
