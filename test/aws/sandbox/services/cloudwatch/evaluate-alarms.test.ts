import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { BUSY, openAlerts, openCloudWatch, TOPIC } from './open-alarm.ts';

standStill();

describe('an alarm', () => {
  test('changes with its metric and the clock, and tells its topic', async () => {
    const { call, put, alarm, received, pass } = await openAlerts();
    const actions = { AlarmActions: [TOPIC], OKActions: [TOPIC], TreatMissingData: 'notBreaching' };
    await call('PutMetricAlarm', { ...BUSY, ...actions });
    await put(2, 3);
    expect((await alarm()).StateValue).toBe('INSUFFICIENT_DATA');
    pass(1);
    expect(await alarm()).toMatchObject({
      StateValue: 'ALARM',
      StateReason:
        'Threshold Crossed: 1 datapoint [5.0 (05/01/26 00:00:00)] was greater than the threshold (4.0).',
      StateUpdatedTimestamp: new Date('2026-01-05T00:01:00Z'),
    });
    expect(await received()).toMatchObject([
      { AlarmName: 'busy', NewStateValue: 'ALARM', OldStateValue: 'INSUFFICIENT_DATA' },
    ]);
    pass(10);
    expect((await alarm()).StateValue).toBe('OK');
    expect(await received()).toMatchObject([{ NewStateValue: 'OK', OldStateValue: 'ALARM' }]);
  });

  test('goes through every change of a long time, each at its own time', async () => {
    const { call, put, pass } = openCloudWatch();
    await call('PutMetricAlarm', BUSY);
    await put(5);
    pass(1);
    await put(1);
    // A year, of which nobody waits for the end.
    pass(525_600);
    const { AlarmHistoryItems } = await call('DescribeAlarmHistory', {
      StartDate: new Date(0),
      ScanBy: 'TimestampAscending',
    });
    expect(AlarmHistoryItems).toEqual([]);
    const { MetricAlarms } = await call('DescribeAlarms');
    expect(MetricAlarms).toMatchObject([
      { StateValue: 'INSUFFICIENT_DATA', StateTransitionedTimestamp: new Date('2026-01-05T00:05:00Z') },
    ]);
  });

  test('tells its history what it saw, with the fractions of all values', async () => {
    const { call, put, pass } = openCloudWatch();
    await call('PutMetricAlarm', BUSY);
    await put(5);
    pass(1);
    const { AlarmHistoryItems } = await call('DescribeAlarmHistory', { HistoryItemType: 'StateUpdate' });
    expect(AlarmHistoryItems[0].HistoryData).toContain('"recentDatapoints":[5.0],"threshold":4.0');
  });

  test('sees only samples of its unit, dimensions and Region', async () => {
    const { call, alarm, pass } = openCloudWatch();
    const Dimensions = [{ Name: 'City', Value: 'Kyoto' }];
    await call('PutMetricAlarm', { ...BUSY, Unit: 'Count', Dimensions });
    const datum = { MetricName: 'Orders', Value: 9, Dimensions, Unit: 'Count' };
    const put = (more: object) =>
      call('PutMetricData', { Namespace: 'Shop', MetricData: [{ ...datum, ...more }] });
    await put({ Unit: 'Seconds' });
    await put({ Dimensions: [] });
    pass(1);
    expect((await alarm()).StateValue).toBe('INSUFFICIENT_DATA');
    await put({});
    pass(1);
    expect((await alarm()).StateValue).toBe('ALARM');
  });

  test('stays where nothing was put and missing data say nothing', async () => {
    const { call, alarm, pass } = openCloudWatch();
    await call('PutMetricAlarm', { ...BUSY, TreatMissingData: 'ignore' });
    await call('PutMetricAlarm', { ...BUSY, AlarmName: 'other', TreatMissingData: 'breaching' });
    pass(5);
    expect((await alarm()).StateReason).toBe('Unchecked: Initial alarm creation');
    expect((await alarm('other')).StateReason).toBe(
      'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].',
    );
  });
});
