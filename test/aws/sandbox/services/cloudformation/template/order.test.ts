import { expect, test } from 'vitest';
import {
  creationOrder,
  type Template,
} from '../../../../../../src/aws/sandbox/services/cloudformation/template/index.ts';

const order = (resources: Record<string, object>) =>
  creationOrder({
    resources: Object.fromEntries(
      Object.entries(resources).map(([name, one]) => [name, { Type: 'AWS::X', ...one }]),
    ),
  } as unknown as Template);

test('a resource comes after all that it needs, whether mentioned or named', () => {
  expect(
    order({
      A: { Properties: { b: { 'Fn::GetAtt': ['B', 'Arn'] } } },
      B: { DependsOn: 'C' },
      C: { Properties: { text: { 'Fn::Sub': '${D}-${AWS::Region}' } } },
      D: { Properties: { parameter: { Ref: 'Parameter' } } },
    }),
  ).toEqual(['D', 'C', 'B', 'A']);
});

test('what is ready is made in the order of the template', () => {
  expect(order({ B: {}, A: {}, C: { DependsOn: ['A', 'B'] } })).toEqual(['B', 'A', 'C']);
});

test('a cycle is refused; those that only need it are not named', () => {
  const cycle = {
    A: { DependsOn: 'B' },
    B: { Properties: { a: { Ref: 'A' } } },
    C: { DependsOn: 'A' },
    D: {},
  };
  expect(() => order(cycle)).toThrow('Circular dependency between resources: [A, B]');
});
