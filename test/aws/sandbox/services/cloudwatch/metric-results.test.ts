import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { openCloudWatch } from './open-alarm.ts';

standStill();

const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const hour = { StartTime: at(0), EndTime: at(60) };
const query = (Id: string, more: object = {}, rest: object = {}) => ({
  Id,
  MetricStat: { Metric: { Namespace: 'Shop', MetricName: 'Orders' }, Period: 60, Stat: 'Sum', ...more },
  ...rest,
});

describe('GetMetricData', () => {
  test('answers the newest first, or the oldest', async () => {
    const { call, put, pass } = openCloudWatch();
    await put(1);
    pass(1);
    await put(2);
    const values = async (more: object) =>
      (await call('GetMetricData', { ...hour, MetricDataQueries: [query('a')], ...more })).MetricDataResults;
    expect(await values({})).toEqual([
      { Id: 'a', Label: 'Orders', Timestamps: [at(1), at(0)], Values: [2, 1], StatusCode: 'Complete' },
    ]);
    expect(await values({ ScanBy: 'TimestampAscending' })).toMatchObject([{ Values: [1, 2] }]);
  });

  // As recorded on AWS.
  test('labels queries by what they differ in', async () => {
    const { call } = openCloudWatch();
    const labels = async (...MetricDataQueries: object[]) =>
      (await call('GetMetricData', { ...hour, MetricDataQueries })).MetricDataResults.map(
        ({ Label }: { Label: string }) => Label,
      );
    expect(await labels(query('a'), query('b', { Stat: 'Minimum' }))).toEqual([
      'Orders Sum',
      'Orders Minimum',
    ]);
    expect(await labels(query('a'), query('b', { Stat: 'Minimum', Period: 30 }))).toEqual([
      'Orders Sum 60',
      'Orders Minimum 30',
    ]);
    expect(await labels(query('a', {}, { Label: 'mine' }), query('b', {}, { ReturnData: false }))).toEqual([
      'mine',
    ]);
  });

  test('takes the first of several units, and says so', async () => {
    const { call } = openCloudWatch();
    const datum = { MetricName: 'Orders', Value: 1 };
    const MetricData = [
      { ...datum, Unit: 'Seconds' },
      { ...datum, Unit: 'Milliseconds', Value: 5 },
    ];
    await call('PutMetricData', { Namespace: 'Shop', MetricData });
    const { MetricDataResults } = await call('GetMetricData', { ...hour, MetricDataQueries: [query('a')] });
    expect(MetricDataResults).toMatchObject([
      {
        Values: [5],
        Messages: [{ Code: 'MultipleUnits', Value: "Multiple units returned: '[Milliseconds, Seconds]'" }],
      },
    ]);
  });

  test.each([
    [[query('A')], 'ValidationException', /parameter Id/],
    [[query('a'), query('a')], 'ValidationException', /not unique/],
    [[{ Id: 'a' }], 'ValidationException', /MetricStat or Expression/],
    [[{ Id: 'a', Expression: 'm1 * 2' }], 'NotImplemented', /metric math/],
    [[query('a', { Period: 7 })], 'InvalidParameterValueException', /multiple of 60/],
    [[query('a', { Stat: 'p90' })], 'NotImplemented', /statistic p90/],
  ])('refuses %j', async (MetricDataQueries, code, message) => {
    const { refused } = openCloudWatch();
    const refusal = await refused('GetMetricData', { ...hour, MetricDataQueries });
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
