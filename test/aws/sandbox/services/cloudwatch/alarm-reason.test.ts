import { describe, expect, test } from 'vitest';
import {
  crossedReason,
  reasonData,
  unknownReason,
} from '../../../../../src/aws/sandbox/services/cloudwatch/alarm-reason.ts';

const alarmOf = (settings: object) =>
  ({ settings: { ComparisonOperator: 'GreaterThanThreshold', Threshold: 1, ...settings } }) as never;
const points = (...values: number[]) =>
  values.map((value, index) => ({ start: new Date(Date.UTC(2026, 0, 5, 0, index)), value }));

describe('a reason', () => {
  // Each as AWS was recorded to write it, or as its users quote it.
  test.each([
    [
      { EvaluationPeriods: 1, TreatMissingData: 'notBreaching' },
      { state: 'OK', speaking: [], missing: 1, received: 0 },
      'no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
    ],
    [
      { EvaluationPeriods: 2, TreatMissingData: 'breaching' },
      { state: 'ALARM', speaking: [], missing: 2, received: 0 },
      'no datapoints were received for 2 periods and 2 missing datapoints were treated as [Breaching].',
    ],
    [
      { EvaluationPeriods: 3, DatapointsToAlarm: 2, TreatMissingData: 'breaching' },
      { state: 'ALARM', speaking: [], missing: 2, received: 1 },
      '1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].',
    ],
    [
      { EvaluationPeriods: 1 },
      { state: 'ALARM', speaking: points(5), missing: 0, received: 1 },
      '1 datapoint [5.0 (05/01/26 00:00:00)] was greater than the threshold (1.0).',
    ],
    [
      { EvaluationPeriods: 2 },
      { state: 'OK', speaking: points(0, 0.5), missing: 0, received: 2 },
      '2 datapoints [0.5 (05/01/26 00:01:00), 0.0 (05/01/26 00:00:00)] were not greater than the threshold (1.0).',
    ],
    [
      { EvaluationPeriods: 3, DatapointsToAlarm: 1, TreatMissingData: 'notBreaching' },
      { state: 'ALARM', speaking: points(5), missing: 2, received: 1 },
      '1 out of the last 3 datapoints [5.0 (05/01/26 00:00:00)] was greater than the threshold (1.0) (minimum 1 datapoint for OK -> ALARM transition).',
    ],
    [
      { EvaluationPeriods: 3, DatapointsToAlarm: 2 },
      { state: 'OK', speaking: points(0, 1), missing: 0, received: 3 },
      '2 out of the last 3 datapoints [1.0 (05/01/26 00:01:00), 0.0 (05/01/26 00:00:00)] were not greater than the threshold (1.0) (minimum 2 datapoints for ALARM -> OK transition).',
    ],
  ] as const)('of %j', (settings, crossing, text) => {
    expect(crossedReason(alarmOf(settings), crossing)).toBe(`Threshold Crossed: ${text}`);
  });

  test('without data', () => {
    const texts = [1, 3].map((EvaluationPeriods) => unknownReason(alarmOf({ EvaluationPeriods })));
    expect(texts).toEqual([
      'Insufficient Data: 1 datapoint was unknown.',
      'Insufficient Data: 3 datapoints were unknown.',
    ]);
  });
});

test('the data of a reason has the newest period first, and no value where there was none', () => {
  const settings = { Statistic: 'Sum', Period: 60, EvaluationPeriods: 2, Unit: 'Count' };
  const [first] = points(5);
  const present = first ? [first] : [];
  const datapoints = [{ ...first, sampleCount: 1 }, { start: new Date(Date.UTC(2026, 0, 5, 0, 1)) }] as never;
  expect(reasonData(alarmOf(settings), datapoints, present, new Date(Date.UTC(2026, 0, 5, 0, 2)))).toBe(
    '{"version":"1.0","queryDate":"2026-01-05T00:02:00.000+0000","startDate":"2026-01-05T00:00:00.000+0000",' +
      '"unit":"Count","statistic":"Sum","period":60,"recentDatapoints":[5.0],"threshold":1.0,' +
      '"evaluatedDatapoints":[{"timestamp":"2026-01-05T00:01:00.000+0000"},' +
      '{"timestamp":"2026-01-05T00:00:00.000+0000","sampleCount":1.0,"value":5.0}]}',
  );
});
