import { expect, test } from 'vitest';
import {
  readStackTemplate,
  referencesIn,
} from '../../../../../../src/aws/sandbox/services/cloudformation/template/index.ts';

test('mentions are found at any depth', () => {
  const value = {
    a: { Ref: 'A' },
    b: [{ 'Fn::GetAtt': ['B', 'Arn'] }, { 'Fn::GetAtt': 'C.Url' }],
    c: { 'Fn::Sub': ['${D}-${E.Arn}-${own}-${!Literal}', { own: { Ref: 'F' } }] },
    d: { 'Fn::If': ['IsProd', { Ref: 'G' }, 'x'] },
  };
  expect(
    referencesIn(value).map(({ name, attribute }) => (attribute ? `${name}.${attribute}` : name)),
  ).toEqual([...['A', 'B.Arn', 'C.Url', 'D', 'E.Arn', 'F', 'IsProd', 'G']]);
});

const queue = 'Resources: { Q: { Type: AWS::SQS::Queue, Properties: { QueueName: ';
test.each([
  [
    `${queue}!Ref None } } }`,
    'Template format error: Unresolved resource dependencies [None] in the Resources block of the template',
  ],
  [
    `${queue}!GetAtt None.Arn } } }`,
    'Template error: instance of Fn::GetAtt references undefined resource None',
  ],
  [`${queue}!Ref [a] } } }`, 'Template format error: every Ref object must have a single String value.'],
  [
    `${queue}!GetAtt Q } } }`,
    'Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
  ],
  [
    'Resources: { Q: { Type: AWS::SQS::Queue, DependsOn: None } }',
    'Template format error: Unresolved resource dependencies [None] in the Resources block of the template',
  ],
  [
    'Resources: { Q: { Type: AWS::SQS::Queue, Condition: None } }',
    'Template format error: Unresolved condition dependency None in the Resources block of the template',
  ],
  [
    'Resources: { Q: { Type: AWS::SQS::Queue } }\nOutputs: { O: { Value: !Ref None } }',
    'Template format error: Unresolved resource dependencies [None] in the Outputs block of the template',
  ],
  [
    'Conditions: { C: !Equals [!Ref Q, a] }\nResources: { Q: { Type: AWS::SQS::Queue } }',
    'Template format error: Unresolved dependencies [Q]. Cannot reference resources in the Conditions block of the template',
  ],
])('%s', (text, message) => {
  expect(() => readStackTemplate(text)).toThrow(message);
});
