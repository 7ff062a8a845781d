import type { Dimension } from '@aws-sdk/client-cloudwatch';
import { defineSlice, type ResourceScope } from '../../operation/index.ts';

/** Values that came together: one value, or a set of them by its statistics. */
export interface MetricSample {
  /** In milliseconds. */
  readonly time: number;
  readonly unit: string;
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** Members that tell one metric from another. */
export interface MetricName {
  readonly Namespace?: string | undefined;
  readonly MetricName?: string | undefined;
  readonly Dimensions?: readonly Dimension[] | undefined;
}

export interface MetricRecord extends MetricName {
  readonly Dimensions: Dimension[];
  readonly samples: MetricSample[];
}

/**
 * Metrics by Region, then by what names them. They are no resources of an account: AWS lists them nowhere
 * else.
 */
const slice = defineSlice('cloudwatch-metrics', () => new Map<string, Map<string, MetricRecord>>());

export function metricsIn({
  state,
  region,
}: Pick<ResourceScope, 'state' | 'region'>): Map<string, MetricRecord> {
  const regions = state.of(slice);
  const known = regions.get(region) ?? new Map<string, MetricRecord>();
  regions.set(region, known);
  return known;
}

/** Makes a key for a metric. The order of its dimensions says nothing. */
export function metricKey({ Namespace, MetricName, Dimensions = [] }: MetricName): string {
  const pairs = Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]);
  return JSON.stringify([Namespace, MetricName, pairs.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]);
}

/** The samples of a metric: none where nobody has put any. */
export function samplesOf(
  place: Pick<ResourceScope, 'state' | 'region'>,
  name: MetricName,
): readonly MetricSample[] {
  return metricsIn(place).get(metricKey(name))?.samples ?? [];
}
