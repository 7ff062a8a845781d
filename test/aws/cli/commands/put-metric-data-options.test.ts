import { describe, expect, it } from 'vitest';
import { putMetricDataOptions } from '../../../../src/aws/cli/commands/put-metric-data-options.ts';
import type { Member, Shape } from '../../../../src/aws/cli/parameters/index.ts';

const shape: Shape = { kind: 'list', streaming: false, name: '', members: () => [], item: () => shape };
const members: Member[] = [{ name: 'MetricData', shape, required: true, newerThanCli: false }];

/** Gives values to the options, in the CLI's order. */
function parametersOf(given: Readonly<Record<string, string>>): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const { option, contribute } of putMetricDataOptions('PutMetricData', members)) {
    const value = given[option.dest];
    if (value !== undefined) contribute?.(parameters, value, (name) => name in given);
  }
  return parameters;
}

describe('the options of put-metric-data', () => {
  it('fill one datum', () => {
    const given = { 'metric-name': 'Orders', value: '1e2', unit: 'Count', timestamp: '2035-01-05T00:00:00Z' };
    const { MetricData } = parametersOf({
      ...given,
      ...{ dimensions: 'City=Kyoto,Kind=a', 'storage-resolution': '1' },
    });
    expect(MetricData).toEqual([
      {
        ...{ MetricName: 'Orders', Value: 100, Unit: 'Count', Timestamp: '2035-01-05T00:00:00Z' },
        Dimensions: [
          { Name: 'City', Value: 'Kyoto' },
          { Name: 'Kind', Value: 'a' },
        ],
        StorageResolution: 1,
      },
    ]);
  });

  it('take a set of statistics', () => {
    expect(parametersOf({ 'statistic-values': 'Sum=3,SampleCount=2' })).toEqual({
      MetricData: [{ StatisticValues: { Sum: 3, SampleCount: 2 } }],
    });
  });

  // Each as AWS CLI 2.9.19 says it.
  it.each([
    [{ dimensions: 'City' }, 'not enough values to unpack (expected 2, got 1)'],
    [{ dimensions: 'a=b=c' }, 'too many values to unpack (expected 2)'],
    [{ value: 'x' }, "[<class 'decimal.ConversionSyntax'>]"],
    [{ 'storage-resolution': 'x' }, "invalid literal for int() with base 10: 'x'"],
    [
      { 'metric-data': 'MetricName=a', 'metric-name': 'b' },
      'The key "metric_name" cannot be specified when one of the following keys are also specified: metric_data',
    ],
  ])('refuse %j', (given, message) => {
    expect(() => parametersOf(given)).toThrow(message);
  });

  it('refuse quotation marks, which they cannot read, in their own words', () => {
    expect(() => parametersOf({ dimensions: 'City="a,b"' })).toThrow('use --metric-data');
  });

  it('belong to one operation, whose --metric-data is no longer required', () => {
    expect(putMetricDataOptions('PutMetricAlarm', members)).toEqual([]);
    expect(putMetricDataOptions('PutMetricData', members)[0]?.option).not.toHaveProperty('required');
  });
});
