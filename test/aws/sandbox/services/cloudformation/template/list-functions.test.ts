import { expect, test } from 'vitest';
import {
  evaluateValue,
  type Scope,
} from '../../../../../../src/aws/sandbox/services/cloudformation/template/index.ts';

const scope = {
  region: 'ap-northeast-1',
  template: { mappings: { Sizes: { prod: { count: '4' } } } },
  parameter: (name: string) => ({ Stage: 'prod', List: ['a', 'b'] })[name],
} as unknown as Scope;

test.each<[object, unknown]>([
  [{ 'Fn::Base64': 'text' }, 'dGV4dA=='],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 1]] }, 'a-prod-1'],
  [{ 'Fn::Join': ['', { Ref: 'List' }] }, 'ab'],
  [{ 'Fn::Split': ['/', '10.0.0.0/16'] }, ['10.0.0.0', '16']],
  [{ 'Fn::Select': [1, { Ref: 'List' }] }, 'b'],
  [{ 'Fn::Select': ['0', { 'Fn::Split': [',', 'x,y'] }] }, 'x'],
  [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'count'] }, '4'],
  [{ 'Fn::GetAZs': '' }, ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d']],
  [{ 'Fn::Cidr': ['10.0.0.0/16', 3, 8] }, ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
  [{ 'Fn::Cidr': ['192.168.0.0/24', 2, 5] }, ['192.168.0.0/27', '192.168.0.32/27']],
])('%j', (value, result) => {
  expect(evaluateValue(value, scope)).toEqual(result);
});

test.each<[object, string]>([
  [{ 'Fn::Select': [2, { Ref: 'List' }] }, 'Fn::Select cannot select nonexistent value at index 2'],
  [
    { 'Fn::Select': ['x', []] },
    'Fn::Select requires a list argument with two elements: an integer index and a list',
  ],
  [{ 'Fn::Join': ['-', 'text'] }, 'every Fn::Join object requires two parameters'],
  [
    { 'Fn::FindInMap': ['None', 'a', 'b'] },
    "Mapping named 'None' is not present in the 'Mappings' section of template.",
  ],
  [{ 'Fn::FindInMap': ['Sizes', 'test', 'count'] }, 'Unable to get mapping for Sizes::test::count'],
  [{ 'Fn::Cidr': ['10.0.0.0/24', 3, 7] }, 'Fn::Cidr cannot divide 10.0.0.0/24'],
])('%j is refused', (value, reason) => {
  expect(() => evaluateValue(value, scope)).toThrow(`Template error: ${reason}`);
});
