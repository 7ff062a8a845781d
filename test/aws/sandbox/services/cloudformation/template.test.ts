import { ValidateTemplateCommand } from '@aws-sdk/client-cloudformation';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { openStacks } from './stack.ts';

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterAll(() => {
  vi.useRealTimers();
});

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

describe('parameters', () => {
  const template = (declared: string) =>
    `Parameters: { P: { ${declared} } }\n${TOPIC}Outputs: { Out: { Value: !Ref P } }\n`;
  const given = (value: string, key = 'P') => ({
    Parameters: [{ ParameterKey: key, ParameterValue: value }],
  });

  test.each([
    ['Type: String', {}, 'Parameters: [P] must have values'],
    ['Type: String, Default: a', given('a', 'Q'), 'Parameters: [Q] do not exist in the template'],
    ['Type: String, AllowedValues: [a, b]', given('c'), "Parameter 'P' must be one of AllowedValues"],
    ["Type: String, AllowedPattern: '[a-z]+'", given('C'), "Parameter 'P' must match pattern [a-z]+"],
    [
      "Type: String, AllowedPattern: '[a-z]+', ConstraintDescription: only small letters",
      given('C'),
      'Parameter P failed to satisfy constraint: only small letters',
    ],
    [
      "Type: String, AllowedPattern: '('",
      given('a'),
      'Template format error: AllowedPattern ( is no regular expression.',
    ],
    [
      "Type: String, AllowedPattern: '(?=a)a'",
      given('a'),
      'The Tejun sandbox does not simulate the AllowedPattern (?=a)a yet.',
    ],
    // With the engine of JavaScript this takes longer than anyone waits.
    [
      "Type: String, AllowedPattern: '(a|a)*b'",
      given('a'.repeat(4000)),
      "Parameter 'P' must match pattern (a|a)*b",
    ],
    ['Type: String, MinLength: 3', given('ab'), "Parameter 'P' must contain at least 3 characters"],
    ['Type: Number', given('ab'), "Parameter 'P' must be a number"],
    ['Type: Number, MaxValue: 5', given('6'), "Parameter 'P' must be a number not greater than 5"],
    ['Type: Strings', given('a'), 'Template format error: Unrecognized parameter type: Strings'],
  ])('are checked: %s', async (declared, more, message) => {
    expect((await refusal(openStacks().create(template(declared), more))).message).toBe(message);
  });

  test('reach the resources; those with NoEcho are hidden', async () => {
    const stack = openStacks();
    await stack.admin.ssm.send(new PutParameterCommand({ Name: '/size', Value: 'large', Type: 'String' }));
    const body = `
Parameters:
  Secret: { Type: String, NoEcho: true }
  List: { Type: CommaDelimitedList, Default: "a, b" }
  Stored: { Type: AWS::SSM::Parameter::Value<String>, Default: /size }
${TOPIC}
Outputs:
  All: { Value: !Join ["-", [!Ref Secret, !Select [1, !Ref List], !Ref Stored]] }
`;
    const made = await stack.create(body, given('hidden', 'Secret'));
    expect(made?.Parameters).toEqual([
      { ParameterKey: 'Secret', ParameterValue: '****' },
      { ParameterKey: 'List', ParameterValue: 'a, b' },
      { ParameterKey: 'Stored', ParameterValue: '/size', ResolvedValue: 'large' },
    ]);
    expect(made?.Outputs).toEqual([{ OutputKey: 'All', OutputValue: 'hidden-b-large' }]);
  });
});

test('functions give their values', async () => {
  const stack = openStacks();
  const body = `
Mappings: { Sizes: { small: { Count: "1" } } }
Parameters: { Env: { Type: String, Default: prod } }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  Both: !And [!Condition IsProd, !Not [!Equals [a, b]]]
  Either: !Or [!Equals [a, b], Condition: Both]
${TOPIC}  
Outputs:
  Sub: { Value: !Sub ["\${AWS::Partition}-\${X}-\${Topic.TopicName}-\${!Literal}", { X: !Ref AWS::Region }] }
  Split: { Value: !Select [1, !Split [":", "a:b:c"]] }
  Map: { Value: !FindInMap [Sizes, small, Count] }
  If: { Value: !If [Either, yes-it-is, no-it-is-not] }
  Base64: { Value: !Base64 abc }
  Cidr: { Value: !Join [",", !Cidr [10.0.0.0/16, 2, 8]] }
  Zones: { Value: !Join [",", !GetAZs ""] }
  Absent: { Condition: No, Value: x }
  Account: { Value: !Ref AWS::AccountId }
`.replace('Conditions:\n', 'Conditions:\n  No: !Equals [a, b]\n');
  const made = await stack.create(body);
  const name = (await stack.physical('Topic'))?.split(':').at(-1);
  expect(Object.fromEntries(made?.Outputs?.map((one) => [one.OutputKey, one.OutputValue]) ?? [])).toEqual({
    Sub: `aws-ap-northeast-1-${name}-\${Literal}`,
    Split: 'b',
    Map: '1',
    If: 'yes-it-is',
    Base64: 'YWJj',
    Cidr: '10.0.0.0/24,10.0.1.0/24',
    Zones: 'ap-northeast-1a,ap-northeast-1c,ap-northeast-1d',
    Account: '123456789012',
  });
});

test.each([
  ['{ Colour: red }', 'Encountered unsupported property Colour'],
  ['{ DelaySeconds: soon }', 'Value of property DelaySeconds must be of type Integer'],
  ['{ QueueName: [a] }', 'Value of property QueueName must be of type String'],
  ['{ Tags: [{ Key: a }] }', 'Property Value cannot be empty.'],
])('properties %s fail the resource', async (properties, reason) => {
  const stack = openStacks();
  await stack.create(`Resources: { Queue: { Type: AWS::SQS::Queue, Properties: ${properties} } }`);
  expect(await stack.events()).toContain(`Queue CREATE_FAILED: ${reason}`);
});

test('resources of IAM need a capability', async () => {
  const stack = openStacks();
  const body = (properties: string) =>
    `Resources: { User: { Type: AWS::IAM::User, Properties: ${properties} } }`;
  expect(await refusal(stack.create(body('{}')))).toEqual({
    code: 'InsufficientCapabilitiesException',
    message: 'Requires capabilities : [CAPABILITY_IAM]',
    status: 400,
  });
  const named = stack.create(body('{ UserName: bob }'), { Capabilities: ['CAPABILITY_IAM'] });
  expect((await refusal(named)).message).toBe('Requires capabilities : [CAPABILITY_NAMED_IAM]');
});
