import { failureOf, type OperationContext } from '../../operation/index.ts';
import { extractValues, matchesFilter, parseFilterPattern } from './filter-pattern/index.ts';
import type { LogEvent, LogGroup, LogMetricFilter } from './logs-state.ts';

/** Most data that CloudWatch takes at once. */
const MOST_DATA = 1000;
const MINUTE_MS = 60_000;

interface Datum {
  readonly Timestamp: Date;
  readonly Value: number;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}

/**
 * Puts the data that a group's metric filters find in new events. What CloudWatch refuses is lost, as on AWS.
 */
export async function applyMetricFilters(
  group: LogGroup,
  events: readonly LogEvent[],
  { call, region }: Pick<OperationContext<unknown>, 'call' | 'region'>,
): Promise<void> {
  const as = { kind: 'service', name: 'logs.amazonaws.com', sourceArn: group.arn } as const;
  for (const filter of group.metricFilters.values()) {
    const { metricName: MetricName, metricNamespace: Namespace, unit: Unit } = filter.transformation;
    const data = dataOf(filter, events).map((datum) => ({ ...datum, MetricName, ...(Unit && { Unit }) }));
    for (let at = 0; at < data.length; at += MOST_DATA) {
      const input = { Namespace, MetricData: data.slice(at, at + MOST_DATA) };
      await failureOf(call({ service: 'cloudwatch', operation: 'PutMetricData', region, as, input }));
    }
  }
}

/**
 * The data of all events: for a minute in which none matches, the default value, where the filter has one.
 */
function dataOf(filter: LogMetricFilter, events: readonly LogEvent[]): Datum[] {
  const pattern = parseFilterPattern(filter.pattern);
  const { defaultValue } = filter.transformation;
  const data: Datum[] = [];
  const idle = new Map<number, Date>();
  for (const { message, timestamp } of events) {
    const minute = Math.floor(timestamp / MINUTE_MS);
    if (matchesFilter(pattern, message)) {
      filter.matched = minute;
      idle.delete(minute);
      data.push(...datumOf(filter, extractValues(pattern, message), new Date(timestamp)));
    } else if (defaultValue !== undefined && filter.matched !== minute && !idle.has(minute))
      idle.set(minute, new Date(timestamp));
  }
  const Value = defaultValue ?? 0;
  return [...data, ...[...idle.values()].map((Timestamp) => ({ Timestamp, Value }))];
}

/**
 * None where the event lacks what the value or a dimension is taken from, or the value is no number. That is
 * our guess.
 */
function datumOf(
  { transformation }: LogMetricFilter,
  values: Readonly<Record<string, string>>,
  Timestamp: Date,
): Datum[] {
  const { metricValue = '', dimensions = {} } = transformation;
  const text = metricValue.startsWith('$') ? values[metricValue] : metricValue;
  const Value = Number(text);
  if (text === undefined || text.trim() === '' || !Number.isFinite(Value)) return [];
  const Dimensions = Object.entries(dimensions).map(([Name, selector]) => ({
    Name,
    Value: values[selector] ?? '',
  }));
  if (Dimensions.some((dimension) => dimension.Value === '')) return [];
  return [{ Timestamp, Value, ...(Dimensions.length > 0 && { Dimensions }) }];
}
