import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { openCloudWatch } from './open-alarm.ts';

standStill();

const DAY = 86_400_000;
const data = (...MetricData: object[]) => ({ Namespace: 'Shop', MetricData });
const at = (ms: number) => new Date(START.getTime() + ms);

describe('PutMetricData', () => {
  test('takes values, counted values and sets of statistics', async () => {
    const { call } = openCloudWatch();
    await call(
      'PutMetricData',
      data(
        { MetricName: 'Size', Value: 1 },
        { MetricName: 'Size', Values: [2, 3], Counts: [1, 2] },
        { MetricName: 'Size', StatisticValues: { SampleCount: 2, Sum: 20, Minimum: 9, Maximum: 11 } },
      ),
    );
    const { Datapoints } = await call('GetMetricStatistics', {
      ...{ Namespace: 'Shop', MetricName: 'Size', StartTime: at(0), EndTime: at(60_000), Period: 60 },
      Statistics: ['SampleCount', 'Sum', 'Minimum', 'Maximum', 'Average'],
    });
    expect(Datapoints).toEqual([
      { Timestamp: START, SampleCount: 6, Sum: 29, Minimum: 1, Maximum: 11, Average: 29 / 6, Unit: 'None' },
    ]);
  });

  test('leaves nothing where one datum is refused', async () => {
    const { call, refused } = openCloudWatch();
    await refused('PutMetricData', data({ MetricName: 'a', Value: 1 }, { MetricName: 'b' }));
    expect((await call('ListMetrics')).Metrics).toEqual([]);
  });

  test.each([
    [{ Value: 1, Values: [1] }, 'InvalidParameterCombinationException', /Value and .*Values are mutually/],
    [
      { Value: 1, StatisticValues: { SampleCount: 1, Sum: 1, Minimum: 1, Maximum: 1 } },
      'InvalidParameterCombinationException',
      /StatisticValues are mutually exclusive/,
    ],
    [{ Values: [1, 2], Counts: [1] }, 'InvalidParameterValueException', /must be of the same size/],
    [{}, 'MissingRequiredParameterException', /Value is required/],
    [{ Values: Array(151).fill(1) }, 'InvalidParameterValueException', /size greater than 150/],
    [{ Value: 1, Timestamp: at(-15 * DAY) }, 'InvalidParameterValueException', /within the past two weeks/],
    [{ Value: 1, Timestamp: at(3 * 3_600_000) }, 'InvalidParameterValueException', /two hours/],
    [{ Value: 1, Unit: 'Pieces' }, 'ValidationException', /'metricData.1.member.unit'/],
  ])('refuses %j', async (datum, code, message) => {
    const { refused } = openCloudWatch();
    const refusal = await refused('PutMetricData', data({ MetricName: 'a', ...datum }));
    expect(refusal).toMatchObject({ code, status: 400, message: expect.stringMatching(message) });
  });

  test('refuses namespaces of AWS, and more than 1,000 data', async () => {
    const { refused } = openCloudWatch();
    const own = await refused('PutMetricData', {
      ...data({ MetricName: 'a', Value: 1 }),
      Namespace: 'AWS/EC2',
    });
    expect(own.message).toBe('The value AWS/ for parameter Namespace is invalid.');
    const many = await refused('PutMetricData', data(...Array(1001).fill({ MetricName: 'a', Value: 1 })));
    expect(many.message).toContain('size greater than 1000');
  });

  test('is allowed by namespace', async () => {
    const { of, callAsNobody } = openCloudWatch();
    const allowed = { Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*' };
    const Statement = [{ ...allowed, Condition: { StringEquals: { 'cloudwatch:namespace': 'Shop' } } }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await of('iam')('PutUserPolicy', { UserName: 'nobody', PolicyName: 'put', PolicyDocument });
    const input = data({ MetricName: 'a', Value: 1 });
    await callAsNobody('PutMetricData', input);
    await expect(callAsNobody('PutMetricData', { ...input, Namespace: 'Bank' })).rejects.toThrow(
      'not authorized to perform: cloudwatch:PutMetricData',
    );
  });
});
