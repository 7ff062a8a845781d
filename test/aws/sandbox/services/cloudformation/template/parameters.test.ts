import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const TOPIC = 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n';

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
