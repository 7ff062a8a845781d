import { expect, test } from 'vitest';
import {
  evaluateValue,
  type Scope,
} from '../../../../../../src/aws/sandbox/services/cloudformation/template/index.ts';

const scope = {
  template: { conditions: { IsProd: {} } },
  parameter: (name: string) => ({ Stage: 'prod', Count: '3' })[name],
  condition: (name: string) => name === 'IsProd',
} as unknown as Scope;
const stage = { Ref: 'Stage' };
const same = { 'Fn::Equals': [stage, 'prod'] };
const other = { 'Fn::Equals': [stage, 'test'] };

test.each([
  [same, true],
  [other, false],
  [{ 'Fn::Equals': [true, 'true'] }, true],
  [{ 'Fn::Equals': [{ Ref: 'Count' }, 3] }, true],
  [{ 'Fn::Not': [same] }, false],
  [{ 'Fn::And': [same, other] }, false],
  [{ 'Fn::Or': [same, other] }, true],
  [{ 'Fn::And': [same, { Condition: 'IsProd' }] }, true],
  [{ 'Fn::If': ['IsProd', 'large', 'small'] }, 'large'],
  [{ 'Fn::If': ['IsTest', 'large', stage] }, 'prod'],
])('%j is %j', (value, result) => {
  expect(evaluateValue(value, scope)).toEqual(result);
});

test.each([
  [{ 'Fn::If': ['IsProd', 'a'] }, 'Fn::If requires a list argument with three elements'],
  [{ 'Fn::Equals': ['a'] }, 'Fn::Equals requires a list argument with two elements'],
  [{ 'Fn::Not': [same, other] }, 'Fn::Not requires a list argument with one element'],
  [
    { 'Fn::And': [same] },
    'every Fn::And object requires a list of at least 2 and at most 10 boolean parameters.',
  ],
  [
    { 'Fn::Or': ['a', 'b'] },
    'every Fn::Or object requires a list of at least 2 and at most 10 boolean parameters.',
  ],
])('%j is refused', (value, reason) => {
  expect(() => evaluateValue(value, scope)).toThrow(`Template error: ${reason}`);
});
