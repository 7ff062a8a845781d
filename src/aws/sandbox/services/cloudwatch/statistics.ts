import type { STATISTICS } from './cloudwatch-constraints.ts';
import type { MetricSample } from './metric-state.ts';

export type StatisticName = (typeof STATISTICS)[number];

/**
 * Splits samples into periods, by the beginning of each in milliseconds; those without a sample are absent.
 */
export function byPeriod(
  samples: readonly MetricSample[],
  { from, to, period }: { readonly from: number; readonly to: number; readonly period: number },
): ReadonlyMap<number, readonly MetricSample[]> {
  const periods = new Map<number, MetricSample[]>();
  for (const sample of samples) {
    if (sample.time < from || sample.time >= to) continue;
    const start = from + Math.floor((sample.time - from) / period) * period;
    const known = periods.get(start);
    if (known) known.push(sample);
    else periods.set(start, [sample]);
  }
  return new Map([...periods].sort(([a], [b]) => a - b));
}

/** A statistic over samples, of which there is one at least. */
export function statisticOf(name: StatisticName, samples: readonly MetricSample[]): number {
  const total = (of: (sample: MetricSample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0);
  const count = () => total((sample) => sample.count);
  const sum = () => total((sample) => sample.sum);
  switch (name) {
    case 'SampleCount':
      return count();
    case 'Sum':
      return sum();
    case 'Average':
      return sum() / count();
    case 'Minimum':
      return samples.reduce((least, { min }) => Math.min(least, min), Number.POSITIVE_INFINITY);
    case 'Maximum':
      return samples.reduce((most, { max }) => Math.max(most, max), Number.NEGATIVE_INFINITY);
  }
}

/** The units of samples, sorted. */
export function unitsOf(samples: readonly MetricSample[]): string[] {
  return [...new Set(samples.map(({ unit }) => unit))].sort();
}

/**
 * AWS rounds the start of a request down to a whole minute, or to a period that is shorter (API reference,
 * GetMetricStatistics).
 */
export function alignedStart(start: Date, period: number): number {
  const step = Math.min(period, 60) * 1000;
  return Math.floor(start.getTime() / step) * step;
}
