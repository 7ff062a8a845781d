import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

test('a log group keeps its events for as long as the template says', async () => {
  const stack = openStacks();
  const group = (properties: string) =>
    `Resources: { Group: { Type: AWS::Logs::LogGroup, Properties: ${properties} } }`;
  const seen = async () => {
    const logGroupNamePrefix = await stack.physical('Group');
    const { logGroups } = await stack.admin.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix }));
    return logGroups?.map(({ retentionInDays }) => retentionInDays);
  };
  await stack.create(group('{ RetentionInDays: 7 }'));
  expect(await seen()).toEqual([7]);
  await stack.update(group('{ RetentionInDays: 14 }'));
  expect(await seen()).toEqual([14]);
  await stack.update(group('{ Tags: [{ Key: a, Value: b }] }'));
  expect(await seen()).toEqual([undefined]);
});
