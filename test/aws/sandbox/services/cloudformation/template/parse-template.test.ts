import { ValidateTemplateCommand } from '@aws-sdk/client-cloudformation';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const TOPIC = 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n';

describe('a template', () => {
  test.each([
    ['', 'Either Template URL or Template Body must be specified.'],
    ['text', 'Template format error: unsupported structure.'],
    ['a: [', 'Template format error: YAML not well-formed. (line 1, column'],
    ['{ "a": ', 'Template format error: JSON not well-formed. (line 1, column'],
    ['Resources: {}', 'Template format error: At least one Resources member must be defined.'],
    [`${TOPIC}Nonsense: 1`, 'Invalid template property or properties [Nonsense]'],
    [
      `${TOPIC}Transform: AWS::Serverless-2016-10-31`,
      'The Tejun sandbox does not simulate the section Transform of a template yet.',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topik } }',
      'Template format error: Unrecognized resource types: [AWS::SNS::Topik]',
    ],
    [
      'Resources: { A: { Type: AWS::RDS::DBInstance } }',
      'The Tejun sandbox does not simulate resources of type AWS::RDS::DBInstance yet.',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topic, Properties: { TracingConfig: Active } } }',
      'The Tejun sandbox does not simulate the property TracingConfig of AWS::SNS::Topic yet.',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topic, Colour: red } }',
      "Invalid template resource property 'Colour'",
    ],
    [
      'Resources: { A-b: { Type: AWS::SNS::Topic } }',
      'Template format error: Resource name A-b is non alphanumeric.',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref B } } }',
      'Template format error: Unresolved resource dependencies [B] in the Resources block of the template',
    ],
    [
      `${TOPIC}Outputs: { Out: { Value: !Sub "\${B.Arn}" } }`,
      'Template format error: Unresolved resource dependencies [B] in the Outputs block of the template',
    ],
    [
      `${TOPIC}Outputs: { Out: { Value: !GetAtt B.Arn } }`,
      'Template error: instance of Fn::GetAtt references undefined resource B',
    ],
    [
      `${TOPIC}Outputs: { Out: { Value: !GetAtt Topic } }`,
      'Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topic, Condition: Big } }',
      'Template format error: Unresolved condition dependency Big in the Resources block of the template',
    ],
    [
      'Resources: { A: { Type: constructor } }',
      'Template format error: Unrecognized resource types: [constructor]',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref constructor } } }',
      'Template format error: Unresolved resource dependencies [constructor] in the Resources block of the template',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topic, DependsOn: toString } }',
      'Template format error: Unresolved resource dependencies [toString] in the Resources block of the template',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topic, Condition: constructor } }',
      'Template format error: Unresolved condition dependency constructor in the Resources block of the template',
    ],
    [
      'Resources: { A: { Type: AWS::SNS::Topic, DependsOn: B }, B: { Type: AWS::SNS::Topic, DependsOn: A }, C: { Type: AWS::SNS::Topic, DependsOn: A } }',
      'Circular dependency between resources: [A, B]',
    ],
  ])('is refused: %s', async (TemplateBody, message) => {
    const { client } = openStacks();
    const { message: got, status } = await refusal(
      client.send(new ValidateTemplateCommand({ TemplateBody })),
    );
    expect(got.slice(0, message.length)).toBe(message);
    expect([400, 501]).toContain(status);
  });

  test('is described by its parameters and capabilities', async () => {
    const { client } = openStacks();
    const TemplateBody =
      'Description: shop\nParameters: { Size: { Type: Number, Default: 1, Description: how many } }\nResources: { User: { Type: AWS::IAM::User, Properties: { UserName: bob } } }\n';
    const { $metadata: _, ...answer } = await client.send(new ValidateTemplateCommand({ TemplateBody }));
    expect(answer).toEqual({
      Description: 'shop',
      Parameters: [{ ParameterKey: 'Size', DefaultValue: '1', NoEcho: false, Description: 'how many' }],
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::User]',
    });
  });
});
