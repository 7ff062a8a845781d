import { DescribeRuleCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const rule = (hours: number, targets: string) => `
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Rule:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(${hours} hours), Targets: [${targets}] }
Outputs:
  Arn: { Value: !GetAtt Rule.Arn }
`;
const target = (id: string) => `{ Id: ${id}, Arn: !GetAtt Queue.Arn }`;

test('a rule keeps its name; targets come and go', async () => {
  const stack = openStacks();
  const { events } = stack.admin;
  const made = await stack.create(rule(2, target('a')));
  const Name = (await stack.physical('Rule')) ?? '';
  expect(made?.Outputs?.[0]?.OutputValue).toBe(`arn:aws:events:ap-northeast-1:123456789012:rule/${Name}`);
  const seen = async () => [
    (await events.send(new DescribeRuleCommand({ Name }))).ScheduleExpression,
    (await events.send(new ListTargetsByRuleCommand({ Rule: Name }))).Targets?.map(({ Id }) => Id),
  ];
  expect(await seen()).toEqual(['rate(2 hours)', ['a']]);
  await stack.update(rule(3, `${target('b')}, ${target('c')}`));
  expect(await seen()).toEqual(['rate(3 hours)', ['b', 'c']]);
});
