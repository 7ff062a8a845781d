import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { alarmArn, BUSY, openCloudWatch } from './open-alarm.ts';

standStill();

async function openAlarms() {
  const account = openCloudWatch();
  for (const AlarmName of ['busy', 'idle']) await account.call('PutMetricAlarm', { ...BUSY, AlarmName });
  const names = async () =>
    (await account.call('DescribeAlarms')).MetricAlarms.map(({ AlarmName }: typeof BUSY) => AlarmName);
  return { ...account, names };
}

describe('SetAlarmState', () => {
  test('holds until the end of the next period', async () => {
    const { call, alarm, pass } = await openAlarms();
    const StateReasonData = '{"a":1}';
    await call('SetAlarmState', {
      ...{ AlarmName: 'busy', StateValue: 'ALARM', StateReason: 'a test', StateReasonData },
    });
    expect(await alarm()).toMatchObject({ StateValue: 'ALARM', StateReason: 'a test', StateReasonData });
    pass(1);
    expect(await alarm()).toMatchObject({
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Insufficient Data: 1 datapoint was unknown.',
    });
  });

  test('answers for no alarm without any text, as AWS does', async () => {
    const { refused } = await openAlarms();
    const input = { AlarmName: 'none', StateValue: 'OK', StateReason: '' };
    expect(await refused('SetAlarmState', input)).toMatchObject({ code: 'ResourceNotFound', status: 404 });
  });
});

test('actions are disabled and enabled by name, and names of no alarm passed over', async () => {
  const { call, alarm } = await openAlarms();
  await call('DisableAlarmActions', { AlarmNames: ['none', 'busy'] });
  expect([(await alarm()).ActionsEnabled, (await alarm('idle')).ActionsEnabled]).toEqual([false, true]);
  await call('EnableAlarmActions', { AlarmNames: ['busy'] });
  expect((await alarm()).ActionsEnabled).toBe(true);
});

describe('DeleteAlarms', () => {
  test('deletes those that are there, and tells of another', async () => {
    const { call, names, refused } = await openAlarms();
    await call('DeleteAlarms', { AlarmNames: ['busy', 'busy'] });
    expect(await names()).toEqual(['idle']);
    expect((await refused('DeleteAlarms', { AlarmNames: ['none', 'idle'] })).code).toBe('ResourceNotFound');
    expect(await names()).toEqual([]);
  });

  test('asks for a permission on each alarm', async () => {
    const { of, callAsNobody, names } = await openAlarms();
    const Statement = [{ Effect: 'Allow', Action: 'cloudwatch:*', Resource: alarmArn('busy') }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await of('iam')('PutUserPolicy', { UserName: 'nobody', PolicyName: 'busy', PolicyDocument });
    await expect(callAsNobody('DeleteAlarms', { AlarmNames: ['busy', 'idle'] })).rejects.toThrow(
      'alarm:idle',
    );
    expect(await names()).toEqual(['busy', 'idle']);
    await callAsNobody('DeleteAlarms', { AlarmNames: ['busy'] });
    expect(await names()).toEqual(['idle']);
  });
});
