import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { alarmArn, BUSY, openCloudWatch, TOPIC } from './open-alarm.ts';

standStill();

describe('PutMetricAlarm', () => {
  test('makes an alarm that nobody has checked yet', async () => {
    const { call, alarm } = openCloudWatch();
    await call('PutMetricAlarm', BUSY);
    expect(await alarm()).toEqual({
      ...BUSY,
      ...{ AlarmArn: alarmArn('busy'), AlarmConfigurationUpdatedTimestamp: START, ActionsEnabled: true },
      ...{ OKActions: [], AlarmActions: [], InsufficientDataActions: [], Dimensions: [] },
      ...{ StateValue: 'INSUFFICIENT_DATA', StateReason: 'Unchecked: Initial alarm creation' },
      ...{ StateUpdatedTimestamp: START, StateTransitionedTimestamp: START },
    });
  });

  test('changes an alarm, which keeps its state and its tags', async () => {
    const { call, alarm } = openCloudWatch();
    await call('PutMetricAlarm', { ...BUSY, AlarmDescription: 'old', Tags: [{ Key: 'team', Value: 'a' }] });
    await call('SetAlarmState', { AlarmName: 'busy', StateValue: 'OK', StateReason: 'a test' });
    await call('PutMetricAlarm', { ...BUSY, Threshold: 9, Tags: [{ Key: 'team', Value: 'b' }] });
    const found = await alarm();
    expect(found).toMatchObject({ Threshold: 9, StateValue: 'OK', StateReason: 'a test' });
    expect(found).not.toHaveProperty('AlarmDescription');
    expect(await call('ListTagsForResource', { ResourceARN: alarmArn('busy') })).toEqual({
      Tags: [{ Key: 'team', Value: 'a' }],
    });
  });

  test.each([
    [{ Threshold: undefined }, 'ValidationException', /Threshold must be specified/],
    [{ Period: 7 }, 'ValidationException', /Period must be 10, 20, 30/],
    [{ EvaluationPeriods: 1441 }, 'ValidationException', /more than a day/],
    [{ Period: 3600, EvaluationPeriods: 169 }, 'ValidationException', /more than a week/],
    [{ DatapointsToAlarm: 2 }, 'ValidationException', /DatapointsToAlarm must not be greater/],
    [{ TreatMissingData: 'never' }, 'ValidationException', /The value never is not supported/],
    [{ OKActions: ['alerts'] }, 'ValidationException', /Invalid arn syntax: alerts/],
    [{ AlarmActions: ['arn:aws:automate:us-east-1:ec2:stop'] }, 'NotImplemented', /the action arn:aws:auto/],
    [{ AlarmActions: Array(6).fill(TOPIC) }, 'ValidationException', /alarmActions/],
    [{ ComparisonOperator: 'GreaterThanUpperThreshold' }, 'NotImplemented', /anomaly detection/],
    [{ Statistic: undefined, ExtendedStatistic: 'p90' }, 'NotImplemented', /ExtendedStatistic/],
    [{ Metrics: [{ Id: 'a' }] }, 'NotImplemented', /Metrics/],
  ])('refuses %j', async (more, code, message) => {
    const { refused } = openCloudWatch();
    const refusal = await refused('PutMetricAlarm', { ...BUSY, ...more });
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('asks for cloudwatch:TagResource beside its own permission where it has tags', async () => {
    const { of, callAsNobody } = openCloudWatch();
    const allow = (...Action: string[]) =>
      of('iam')('PutUserPolicy', {
        ...{ UserName: 'nobody', PolicyName: 'put' },
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action, Resource: alarmArn('busy') }],
        }),
      });
    await allow('cloudwatch:PutMetricAlarm');
    const tagged = { ...BUSY, Tags: [{ Key: 'team', Value: 'a' }] };
    await expect(callAsNobody('PutMetricAlarm', tagged)).rejects.toThrow('cloudwatch:TagResource');
    await allow('cloudwatch:PutMetricAlarm', 'cloudwatch:TagResource');
    await callAsNobody('PutMetricAlarm', tagged);
    await expect(callAsNobody('PutMetricAlarm', { ...BUSY, AlarmName: 'other' })).rejects.toThrow(
      'alarm:other',
    );
  });
});
