import { describe, expect, test } from 'vitest';
import { evaluateDatapoints } from '../../../../../src/aws/sandbox/services/cloudwatch/judge-datapoints.ts';

/**
 * Each character is a period, the oldest first: `0` is within the threshold, `X` beyond it, `-` is missing.
 */
function stateOf(periods: string, settings: object): string {
  const alarm = {
    ...{ name: 'a', arn: '', region: '', configured: new Date(0), state: 'OK', reason: '' },
    ...{ updated: new Date(0), transitioned: new Date(0), evaluatedUntil: 0, tags: new Map() },
    settings: { ComparisonOperator: 'GreaterThanThreshold', Threshold: 1, Period: 60, ...settings },
  };
  const datapoints = [...periods].map((char, index) => ({
    start: new Date(index * 60_000),
    ...(char !== '-' && { value: char === 'X' ? 2 : 0, sampleCount: 1 }),
  }));
  return (
    evaluateDatapoints(alarm as never, datapoints, new Date(periods.length * 60_000))?.state ?? 'retained'
  );
}

const TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

// User Guide, "How CloudWatch alarms treat missing data": the tables, column by column.
describe('three of three data points', () => {
  test.each([
    ['0-X-X', ['OK', 'OK', 'OK', 'OK']],
    ['----0', ['OK', 'OK', 'OK', 'OK']],
    ['-----', ['INSUFFICIENT_DATA', 'retained', 'ALARM', 'OK']],
    ['0XX-X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['--X--', ['ALARM', 'retained', 'ALARM', 'OK']],
  ])('%s', (periods, states) => {
    const found = TREATMENTS.map((TreatMissingData) =>
      stateOf(periods, { EvaluationPeriods: 3, TreatMissingData }),
    );
    expect(found).toEqual(states);
  });
});

describe('two of three data points', () => {
  test.each([
    ['0-X-X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['00X0X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0-X--', ['OK', 'OK', 'ALARM', 'OK']],
    ['----0', ['OK', 'OK', 'ALARM', 'OK']],
    ['---X-', ['ALARM', 'retained', 'ALARM', 'OK']],
  ])('%s', (periods, states) => {
    const found = TREATMENTS.map((TreatMissingData) =>
      stateOf(periods, { EvaluationPeriods: 3, DatapointsToAlarm: 2, TreatMissingData }),
    );
    expect(found).toEqual(states);
  });
});

test('a single fresh data point beyond the threshold is no alarm yet', () => {
  expect(stateOf('----X', { EvaluationPeriods: 3 })).toBe('retained');
});

test.each([
  ['GreaterThanThreshold', ['OK', 'OK', 'ALARM']],
  ['GreaterThanOrEqualToThreshold', ['OK', 'ALARM', 'ALARM']],
  ['LessThanThreshold', ['ALARM', 'OK', 'OK']],
  ['LessThanOrEqualToThreshold', ['ALARM', 'ALARM', 'OK']],
])('%s compares 0 with thresholds of 1, 0 and -1', (ComparisonOperator, states) => {
  const found = [1, 0, -1].map((Threshold) =>
    stateOf('0', { EvaluationPeriods: 1, ComparisonOperator, Threshold }),
  );
  expect(found).toEqual(states);
});
