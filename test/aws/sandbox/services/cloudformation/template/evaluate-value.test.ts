import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const TOPIC = 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n';

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
