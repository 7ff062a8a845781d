import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { openCloudWatch } from './open-alarm.ts';

standStill();

const MINUTE = 60_000;
const at = (minutes: number) => new Date(START.getTime() + minutes * MINUTE);
const hour = { StartTime: at(0), EndTime: at(60) };
const kyoto = [{ Name: 'City', Value: 'Kyoto' }];

describe('GetMetricStatistics', () => {
  const input = { Namespace: 'Shop', MetricName: 'Orders', ...hour, Period: 60, Statistics: ['Sum'] };

  test('answers each period that has data, by the account\u2019s clock', async () => {
    const { call, put, pass } = openCloudWatch();
    await put(1, 2);
    pass(2);
    await put(4);
    expect(await call('GetMetricStatistics', input)).toEqual({
      Label: 'Orders',
      Datapoints: [
        { Timestamp: at(0), Sum: 3, Unit: 'None' },
        { Timestamp: at(2), Sum: 4, Unit: 'None' },
      ],
    });
  });

  test('keeps units and dimensions apart', async () => {
    const { call } = openCloudWatch();
    const datum = { MetricName: 'Orders', Value: 1 };
    await call('PutMetricData', {
      Namespace: 'Shop',
      MetricData: [datum, { ...datum, Unit: 'Count', Value: 2 }, { ...datum, Dimensions: kyoto, Value: 8 }],
    });
    const sums = async (more: object) =>
      (await call('GetMetricStatistics', { ...input, ...more })).Datapoints.map(
        ({ Sum, Unit }: { Sum: number; Unit: string }) => [Sum, Unit],
      );
    expect(await sums({})).toEqual([
      [2, 'Count'],
      [1, 'None'],
    ]);
    expect(await sums({ Unit: 'Count' })).toEqual([[2, 'Count']]);
    expect(await sums({ Dimensions: kyoto })).toEqual([[8, 'None']]);
    expect(await sums({ Dimensions: [{ Name: 'City', Value: 'Tokyo' }] })).toEqual([]);
  });

  test.each([
    [{ StartTime: at(1), EndTime: at(1) }, 'InvalidParameterValueException', /StartTime must be less/],
    [{ Period: 7 }, 'InvalidParameterValueException', /multiple of 60/],
    [{ Period: 1 }, 'InvalidParameterCombinationException', /up to 3600 datapoints/],
    [{ Statistics: undefined }, 'MissingRequiredParameterException', /Statistics is required/],
    [{ ExtendedStatistics: ['p90'] }, 'NotImplemented', /ExtendedStatistics/],
    [{ MetricName: undefined }, 'ValidationException', /metricName/],
  ])('refuses %j', async (more, code, message) => {
    const { refused } = openCloudWatch();
    const refusal = await refused('GetMetricStatistics', { ...input, ...more });
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('ListMetrics', () => {
  test('finds metrics by namespace, name and dimensions', async () => {
    const { call } = openCloudWatch();
    const put = (Namespace: string, MetricName: string, Dimensions: object[] = []) =>
      call('PutMetricData', { Namespace, MetricData: [{ MetricName, Dimensions, Value: 1 }] });
    await put('Shop', 'Orders', kyoto);
    await put('Shop', 'Delay');
    await put('Bank', 'Orders');
    const names = async (input: object) =>
      (await call('ListMetrics', input)).Metrics.map(
        ({ Namespace, MetricName }: Record<string, string>) => `${Namespace} ${MetricName}`,
      );
    expect(await names({})).toEqual(['Bank Orders', 'Shop Delay', 'Shop Orders']);
    expect(await names({ Namespace: 'Shop', MetricName: 'Orders' })).toEqual(['Shop Orders']);
    expect(await names({ Dimensions: [{ Name: 'City' }] })).toEqual(['Shop Orders']);
    expect(await names({ Dimensions: [{ Name: 'City', Value: 'Tokyo' }] })).toEqual([]);
  });

  test('forgets what had no data for two weeks, and tells what had some in three hours', async () => {
    const { call, put, pass } = openCloudWatch();
    await put(1);
    const counts = async () => [
      (await call('ListMetrics')).Metrics.length,
      (await call('ListMetrics', { RecentlyActive: 'PT3H' })).Metrics.length,
    ];
    expect(await counts()).toEqual([1, 1]);
    pass(4 * 60);
    expect(await counts()).toEqual([1, 0]);
    pass(14 * 24 * 60);
    expect(await counts()).toEqual([0, 0]);
  });

  test('answers 500 at a time', async () => {
    const { call, refused } = openCloudWatch();
    const MetricData = Array.from({ length: 501 }, (_, n) => ({ MetricName: `m${n}`, Value: 1 }));
    await call('PutMetricData', { Namespace: 'Shop', MetricData });
    const first = await call('ListMetrics');
    const second = await call('ListMetrics', { NextToken: first.NextToken });
    expect([first.Metrics.length, second.Metrics.length, second.NextToken]).toEqual([500, 1, undefined]);
    expect(await refused('ListMetrics', { NextToken: 'x' })).toMatchObject({ code: 'InvalidNextToken' });
  });
});
