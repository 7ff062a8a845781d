import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { alarmArn, BUSY, openAlerts, QUEUE, TOPIC } from './open-alarm.ts';

standStill();

const toAlarm = { AlarmName: 'busy', StateValue: 'ALARM', StateReason: 'a test' };

describe('a change of state', () => {
  test('is told to a topic, byte for byte as AWS writes it', async () => {
    const { call, bodies } = await openAlerts();
    const Dimensions = [{ Name: 'City', Value: 'Kyoto' }];
    await call('PutMetricAlarm', { ...BUSY, Dimensions, DatapointsToAlarm: 1, AlarmActions: [TOPIC] });
    await call('SetAlarmState', toAlarm);
    expect(await bodies()).toEqual([
      '{"AlarmName":"busy","AlarmDescription":null,"AWSAccountId":"123456789012",' +
        '"AlarmConfigurationUpdatedTimestamp":"2026-01-05T00:00:00.000+0000","NewStateValue":"ALARM",' +
        '"NewStateReason":"a test","StateChangeTime":"2026-01-05T00:00:00.000+0000",' +
        `"Region":"Asia Pacific (Tokyo)","AlarmArn":"${alarmArn('busy')}","OldStateValue":"INSUFFICIENT_DATA",` +
        `"OKActions":[],"AlarmActions":["${TOPIC}"],"InsufficientDataActions":[],"Trigger":{` +
        '"MetricName":"Orders","Namespace":"Shop","StatisticType":"Statistic","Statistic":"SUM","Unit":null,' +
        '"Dimensions":[{"value":"Kyoto","name":"City"}],"Period":60,"EvaluationPeriods":1,"DatapointsToAlarm":1,' +
        '"ComparisonOperator":"GreaterThanThreshold","Threshold":4.0,"TreatMissingData":"",' +
        '"EvaluateLowSampleCountPercentile":""}}',
    ]);
  });

  test('takes the actions of its new state, where the state is another and actions are enabled', async () => {
    const { call, received } = await openAlerts();
    await call('PutMetricAlarm', { ...BUSY, OKActions: [TOPIC], InsufficientDataActions: [TOPIC] });
    const told = async (StateValue: string) => {
      await call('SetAlarmState', { ...toAlarm, StateValue });
      return (await received()).map(({ NewStateValue }) => NewStateValue);
    };
    expect(await told('INSUFFICIENT_DATA')).toEqual([]);
    expect(await told('OK')).toEqual(['OK']);
    expect(await told('OK')).toEqual([]);
    expect(await told('ALARM')).toEqual([]);
    await call('DisableAlarmActions', { AlarmNames: ['busy'] });
    expect(await told('OK')).toEqual([]);
    await call('EnableAlarmActions', { AlarmNames: ['busy'] });
    expect(await told('INSUFFICIENT_DATA')).toEqual(['INSUFFICIENT_DATA']);
  });

  test('is told of an alarm whose name a subject cannot hold', async () => {
    const { call, received } = await openAlerts();
    const AlarmName = `\u6ce8\u6587${'x'.repeat(200)}`;
    await call('PutMetricAlarm', { ...BUSY, AlarmName, AlarmActions: [TOPIC] });
    await call('SetAlarmState', { ...toAlarm, AlarmName });
    expect(await received()).toMatchObject([{ AlarmName }]);
  });

  test('is written down with what became of its actions', async () => {
    const { call, sns, received } = await openAlerts();
    await call('PutMetricAlarm', { ...BUSY, AlarmActions: [TOPIC], OKActions: [TOPIC] });
    await call('SetAlarmState', toAlarm);
    const Statement = [
      { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:Subscribe', Resource: TOPIC },
    ];
    const AttributeValue = JSON.stringify({ Version: '2012-10-17', Statement });
    await sns('SetTopicAttributes', { TopicArn: TOPIC, AttributeName: 'Policy', AttributeValue });
    await call('SetAlarmState', { ...toAlarm, StateValue: 'OK' });
    const { AlarmHistoryItems } = await call('DescribeAlarmHistory', { HistoryItemType: 'Action' });
    const error = `Resource: ${alarmArn('busy')} is not authorized to perform: SNS:Publish on resource: ${TOPIC}`;
    const outcomes = AlarmHistoryItems.map(({ HistorySummary, HistoryData }: Record<string, string>) => [
      HistorySummary,
      JSON.parse(HistoryData ?? '').error,
    ]);
    expect(outcomes).toEqual([
      [`Failed to execute action ${TOPIC}`, error],
      [`Successfully executed action ${TOPIC}`, undefined],
    ]);
    expect(await received()).toHaveLength(1);
  });

  test('goes to the rules of EventBridge', async () => {
    const { call, of, received } = await openAlerts();
    const EventPattern = JSON.stringify({
      source: ['aws.cloudwatch'],
      detail: { state: { value: ['ALARM'] } },
    });
    await of('events')('PutRule', { Name: 'alarms', EventPattern });
    await of('events')('PutTargets', { Rule: 'alarms', Targets: [{ Id: 'q', Arn: QUEUE }] });
    await call('PutMetricAlarm', { ...BUSY, AlarmDescription: 'many orders' });
    await call('SetAlarmState', { ...toAlarm, StateReasonData: '{}' });
    await call('SetAlarmState', { ...toAlarm, StateValue: 'OK' });
    const timestamp = '2026-01-05T00:00:00.000+0000';
    const reason = 'Unchecked: Initial alarm creation';
    const metric = { namespace: 'Shop', name: 'Orders', dimensions: {} };
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
    const metrics = [{ id, metricStat: { metric, period: 60, stat: 'Sum' }, returnData: true }];
    expect(await received()).toEqual([
      expect.objectContaining({
        'detail-type': 'CloudWatch Alarm State Change',
        resources: [alarmArn('busy')],
        region: 'ap-northeast-1',
        detail: {
          alarmName: 'busy',
          configuration: { description: 'many orders', metrics },
          previousState: { value: 'INSUFFICIENT_DATA', reason, timestamp },
          state: { value: 'ALARM', reason: 'a test', reasonData: '{}', timestamp },
        },
      }),
    ]);
  });
});
