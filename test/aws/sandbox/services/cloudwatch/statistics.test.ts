import { describe, expect, test } from 'vitest';
import {
  alignedStart,
  byPeriod,
  statisticOf,
  unitsOf,
} from '../../../../../src/aws/sandbox/services/cloudwatch/statistics.ts';

const one = (time: number, value: number, unit = 'None') => ({
  ...{ time, unit, count: 1, sum: value, min: value, max: value },
});
const SET = { time: 0, unit: 'Count', count: 4, sum: 10, min: 1, max: 5 };

describe('statistics', () => {
  test.each([
    ['SampleCount', 6],
    ['Sum', 19],
    ['Average', 19 / 6],
    ['Minimum', 1],
    ['Maximum', 7],
  ] as const)('%s counts sets by what they hold', (name, value) => {
    expect(statisticOf(name, [SET, one(0, 7), one(0, 2)])).toBe(value);
  });

  test('a period has its beginning and not its end', () => {
    const samples = [one(59_999, 1), one(60_000, 2), one(119_999, 3), one(240_000, 4), one(300_000, 5)];
    const periods = byPeriod(samples, { from: 60_000, to: 300_000, period: 60_000 });
    expect([...periods].map(([start, part]) => [start, part.map(({ sum }) => sum)])).toEqual([
      [60_000, [2, 3]],
      [240_000, [4]],
    ]);
  });

  test('a start is rounded down to a minute, or to a shorter period', () => {
    expect(alignedStart(new Date(119_999), 300)).toBe(60_000);
    expect(alignedStart(new Date(119_999), 10)).toBe(110_000);
    expect(alignedStart(new Date(119_999), 1)).toBe(119_000);
  });

  test('units are in the order of the alphabet', () => {
    expect(unitsOf([one(0, 1, 'Seconds'), one(0, 1, 'Count'), one(0, 1, 'Seconds')])).toEqual([
      'Count',
      'Seconds',
    ]);
  });
});
