import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('a rule is made, changed, disabled and deleted without its targets', async () => {
  const { call, refused } = openService('events');
  const rule = { Name: 'r', EventPattern: '{"source":["shop"]}' };
  await call('PutRule', { ...rule, Description: 'first' });
  await call('DisableRule', { Name: 'r' });
  expect(await call('DescribeRule', { Name: 'r' })).toMatchObject({
    ...rule,
    ...{ State: 'DISABLED', Description: 'first', EventBusName: 'default' },
    Arn: 'arn:aws:events:ap-northeast-1:123456789012:rule/r',
  });
  await call('EnableRule', { Name: 'r' });
  await call('PutTargets', {
    Rule: 'r',
    Targets: [{ Id: 'q', Arn: 'arn:aws:sqs:ap-northeast-1:123456789012:q' }],
  });
  expect(await refused('DeleteRule', { Name: 'r' })).toMatchObject({
    message: "Rule can't be deleted since it has targets.",
  });
  await call('RemoveTargets', { Rule: 'r', Ids: ['q'] });
  await call('DeleteRule', { Name: 'r' });
  expect(await refused('DescribeRule', { Name: 'r' })).toMatchObject({
    code: 'ResourceNotFoundException',
    message: 'Rule r does not exist on EventBus default.',
  });
});

test.each([
  [{}, 'ValidationException'],
  [{ EventPattern: '{' }, 'InvalidEventPatternException'],
  [{ ScheduleExpression: 'every day' }, 'ValidationException'],
])('a rule of %j is refused with %s', async (rule, code) => {
  const { refused } = openService('events');
  expect(await refused('PutRule', { Name: 'r', ...rule })).toMatchObject({ code });
});

test('rules are listed by the beginning of their names', async () => {
  const { call } = openService('events');
  for (const Name of ['b-1', 'a-2', 'a-1'])
    await call('PutRule', { Name, ScheduleExpression: 'rate(1 hour)' });
  const names = async (input: object) =>
    (await call('ListRules', input)).Rules.map(({ Name }: { Name: string }) => Name);
  expect(await names({ NamePrefix: 'a-' })).toEqual(['a-1', 'a-2']);
  expect(await names({})).toEqual(['a-1', 'a-2', 'b-1']);
});
