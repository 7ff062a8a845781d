import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openScheduler, QUEUE, ROLE } from './open-scheduler.ts';

standStill();

describe('a schedule', () => {
  test('is shown with what AWS fills in, and listed by group, prefix and state', async () => {
    const { create, call, sandbox } = await openScheduler();
    await call('CreateScheduleGroup', { Name: 'shop' });
    await create('rate(5 minutes)', { GroupName: 'shop' });
    await create('rate(5 minutes)', { Name: 'other', State: 'DISABLED' });
    expect(await call('GetSchedule', { Name: 'tick', GroupName: 'shop' })).toMatchObject({
      Arn: 'arn:aws:scheduler:ap-northeast-1:123456789012:schedule/shop/tick',
      GroupName: 'shop',
      State: 'ENABLED',
      ScheduleExpressionTimezone: 'UTC',
      ActionAfterCompletion: 'NONE',
      Target: {
        Arn: QUEUE,
        RoleArn: ROLE,
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
      },
    });
    const names = async (input: object) =>
      (await call('ListSchedules', input)).Schedules.map(({ Name }: { Name: string }) => Name);
    expect(await names({})).toEqual(['other', 'tick']);
    expect(await names({ GroupName: 'shop' })).toEqual(['tick']);
    expect(await names({ State: 'DISABLED' })).toEqual(['other']);
    expect(await names({ NamePrefix: 'x' })).toEqual([]);
    const { NextToken } = await call('ListSchedules', { MaxResults: 1 });
    expect(await names({ NextToken })).toEqual(['tick']);
    expect(sandbox.resources().filter(({ type }) => type.startsWith('AWS::Scheduler'))).toMatchObject([
      { type: 'AWS::Scheduler::Schedule', id: 'other', details: { State: 'DISABLED' } },
      { type: 'AWS::Scheduler::ScheduleGroup', id: 'shop' },
      { type: 'AWS::Scheduler::Schedule', id: 'shop/tick' },
    ]);
  });

  test.each([
    [
      'an expression',
      { ScheduleExpression: 'rate(5 minute)' },
      'Invalid Schedule Expression rate(5 minute).',
    ],
    [
      'a window without minutes',
      { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } },
      /must have MaximumWindowInMinutes/,
    ],
    ['dates', { StartDate: new Date(2), EndDate: new Date(1) }, /EndDate of a schedule must be after/],
    [
      'a time zone',
      { ScheduleExpressionTimezone: 'Asia/Tokyo' },
      /does not simulate the parameter ScheduleExpr/,
    ],
    [
      'a universal target',
      { Target: { Arn: 'arn:aws:scheduler:::aws-sdk:ec2:x', RoleArn: ROLE } },
      /does not simulate the target/,
    ],
    [
      'dead letters',
      { Target: { Arn: QUEUE, RoleArn: ROLE, DeadLetterConfig: { Arn: QUEUE } } },
      /Target.DeadLetterConfig/,
    ],
    [
      'a role that is not there',
      { Target: { Arn: QUEUE, RoleArn: `${ROLE}-none` } },
      'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    ],
  ])('is refused for %s', async (_, more, message) => {
    const { refused, schedule } = await openScheduler();
    const { message: text } = await refused('CreateSchedule', { ...schedule('rate(5 minutes)'), ...more });
    expect(text).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  test('exists once, and goes with its group', async () => {
    const { create, call, refused, schedule, callAsNobody } = await openScheduler();
    await create('rate(5 minutes)');
    expect(await refused('CreateSchedule', schedule('rate(5 minutes)'))).toEqual({
      code: 'ConflictException',
      message: 'Schedule tick already exists.',
      status: 409,
    });
    await expect(callAsNobody('GetSchedule', { Name: 'tick' })).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('schedule/default/tick'),
    });
    await call('CreateScheduleGroup', { Name: 'shop', Tags: [{ Key: 'team', Value: 'a' }] });
    await create('rate(5 minutes)', { GroupName: 'shop' });
    await call('DeleteScheduleGroup', { Name: 'shop' });
    expect((await call('ListSchedules')).Schedules).toHaveLength(1);
    expect(await refused('DeleteScheduleGroup', { Name: 'default' })).toMatchObject({
      code: 'ValidationException',
    });
    await call('DeleteSchedule', { Name: 'tick' });
    expect(await refused('DeleteSchedule', { Name: 'tick' })).toMatchObject({ status: 404 });
  });
});

test('tags of a group decide, and may be changed', async () => {
  const { call, refused } = await openScheduler();
  const { ScheduleGroupArn: ResourceArn } = await call('CreateScheduleGroup', {
    ...{ Name: 'shop', Tags: [{ Key: 'team', Value: 'a' }] },
  });
  await call('TagResource', { ResourceArn, Tags: [{ Key: 'stage', Value: 'test' }] });
  await call('UntagResource', { ResourceArn, TagKeys: ['team'] });
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({
    Tags: [{ Key: 'stage', Value: 'test' }],
  });
  expect(await refused('ListTagsForResource', { ResourceArn: `${ResourceArn}x` })).toMatchObject({
    message: 'Schedule group shopx does not exist.',
  });
  expect(await refused('CreateScheduleGroup', { Name: 'shop' })).toMatchObject({ code: 'ConflictException' });
});
