import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { BUSY, openCloudWatch, TOPIC } from './open-alarm.ts';

standStill();

async function openAlarms() {
  const account = openCloudWatch();
  for (const name of ['busy', 'idle', 'busiest'])
    await account.call('PutMetricAlarm', { ...BUSY, AlarmName: name });
  await account.call('PutMetricAlarm', {
    ...{ ...BUSY, AlarmName: 'tells', OKActions: [TOPIC], MetricName: 'Delay', Period: 300 },
    Dimensions: [
      { Name: 'City', Value: 'Kyoto' },
      { Name: 'Kind', Value: 'a' },
    ],
  });
  const names = async (operation: string, input: object = {}) =>
    (await account.call(operation, input)).MetricAlarms.map(({ AlarmName }: typeof BUSY) => AlarmName);
  return { ...account, names };
}

describe('DescribeAlarms', () => {
  test.each([
    [{}, ['busiest', 'busy', 'idle', 'tells']],
    [{ AlarmNames: ['idle', 'none', 'busy'] }, ['busy', 'idle']],
    [{ AlarmNamePrefix: 'bus' }, ['busiest', 'busy']],
    [{ ActionPrefix: 'arn:aws:sns' }, ['tells']],
    [{ StateValue: 'OK' }, []],
    [{ AlarmTypes: ['CompositeAlarm'] }, []],
    [{ AlarmTypes: ['MetricAlarm'], AlarmNamePrefix: 'i' }, ['idle']],
  ])('finds by %j', async (input, found) => {
    const { names } = await openAlarms();
    expect(await names('DescribeAlarms', input)).toEqual(found);
  });

  test('gives pages, which stay right while alarms come and go', async () => {
    const { call, names, refused } = await openAlarms();
    const first = await call('DescribeAlarms', { MaxRecords: 2 });
    await call('DeleteAlarms', { AlarmNames: ['busiest'] });
    await call('PutMetricAlarm', { ...BUSY, AlarmName: 'dull' });
    const { NextToken } = first;
    expect(await names('DescribeAlarms', { NextToken })).toEqual(['dull', 'idle', 'tells']);
    expect(await refused('DescribeAlarms', { NextToken: 'x' })).toMatchObject({ code: 'InvalidNextToken' });
  });

  test('refuses names beside a prefix, and too many at once', async () => {
    const { refused } = await openAlarms();
    const both = await refused('DescribeAlarms', { AlarmNames: ['a'], AlarmNamePrefix: 'a' });
    expect(both.code).toBe('InvalidParameterCombinationException');
    expect((await refused('DescribeAlarms', { MaxRecords: 101 })).code).toBe('ValidationException');
  });
});

describe('DescribeAlarmsForMetric', () => {
  test('finds the alarms of one metric, whatever the order of its dimensions', async () => {
    const { names } = await openAlarms();
    const delay = { Namespace: 'Shop', MetricName: 'Delay' };
    const Dimensions = [
      { Name: 'Kind', Value: 'a' },
      { Name: 'City', Value: 'Kyoto' },
    ];
    expect(await names('DescribeAlarmsForMetric', { ...delay, Dimensions })).toEqual(['tells']);
    expect(await names('DescribeAlarmsForMetric', { ...delay, Dimensions, Period: 60 })).toEqual([]);
    expect(await names('DescribeAlarmsForMetric', delay)).toEqual([]);
    expect(await names('DescribeAlarmsForMetric', { ...delay, MetricName: 'Orders' })).toHaveLength(3);
  });
});
