import type { MetricDatum, PutMetricDataInput } from '@aws-sdk/client-cloudwatch';
import { defineOperation } from '../../operation/index.ts';
import * as rules from './cloudwatch-constraints.ts';
import { invalidCombination, invalidValue, missingParameter } from './cloudwatch-errors.ts';
import { type MetricSample, metricKey, metricsIn } from './metric-state.ts';

const HOUR_MS = 3_600_000;
const OLDEST_MS = 14 * 24 * HOUR_MS;
const NEWEST_MS = 2 * HOUR_MS;
/** Most values of one datum, and most data of a request: API reference, PutMetricData. */
const MOST_VALUES = 150;
const MOST_DATA = 1000;

/** Metric filters of CloudWatch Logs put data in no user's name: nobody has to allow it. */
const OF_LOGS = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'logs.amazonaws.com' },
      Action: 'cloudwatch:PutMetricData',
      Resource: '*',
    },
  ],
};

export default {
  PutMetricData: defineOperation<PutMetricDataInput, object>({
    constraints: { Namespace: rules.namespace, MetricData: rules.metricData },
    access: {
      action: 'cloudwatch:PutMetricData',
      namesResource: false,
      resource: () => '*',
      conditions: ({ input }) => ({ 'cloudwatch:namespace': input.Namespace }),
      policy: ({ caller }) => (caller.kind === 'service' ? OF_LOGS : undefined),
    },
    handle: (context) => {
      const { Namespace = '', MetricData = [] } = context.input;
      // The first text is one that clients of AWS expect, the second is after Eucalyptus, which speaks as AWS
      // does.
      if (Namespace.startsWith('AWS/'))
        throw invalidValue('The value AWS/ for parameter Namespace is invalid.');
      if (MetricData.length > MOST_DATA)
        throw invalidValue(`The collection MetricData must not have a size greater than ${MOST_DATA}.`);
      const now = context.clock.account().getTime();
      const read = MetricData.map((datum, index) => ({
        datum,
        samples: samplesFrom(datum, `MetricData.member.${index + 1}`, now),
      }));
      const metrics = metricsIn(context);
      for (const { datum, samples } of read) {
        const { MetricName, Dimensions = [] } = datum;
        const name = { Namespace, MetricName, Dimensions };
        const metric = metrics.get(metricKey(name)) ?? { ...name, samples: [] };
        metric.samples.push(...samples);
        metrics.set(metricKey(name), metric);
      }
      return {};
    },
  }),
};

/** Checks a datum and reads it. Texts of wrong combinations as recorded on AWS. */
function samplesFrom(datum: MetricDatum, place: string, now: number): MetricSample[] {
  const { Value, Values, Counts, StatisticValues, Timestamp, Unit: unit = 'None' } = datum;
  for (const [member, value] of Object.entries({ Values, StatisticValues }))
    if (Value !== undefined && value !== undefined)
      throw invalidCombination(
        `The parameters ${place}.Value and ${place}.${member} are mutually exclusive and you have specified both.`,
      );
  if (Counts && Counts.length !== Values?.length)
    throw invalidValue(`The parameters ${place}.Values and ${place}.Counts must be of the same size.`);
  const time = Timestamp?.getTime() ?? now;
  checkTime(time, place, now);
  if (StatisticValues) {
    const { SampleCount: count = 0, Sum: sum = 0, Minimum: min = 0, Maximum: max = 0 } = StatisticValues;
    return [{ time, unit, count, sum, min, max }];
  }
  const values = Values ?? (Value === undefined ? [] : [Value]);
  // The two texts below are ours.
  if (values.length === 0) throw missingParameter(`The parameter ${place}.Value is required.`);
  if (values.length > MOST_VALUES)
    throw invalidValue(`The collection ${place}.Values must not have a size greater than ${MOST_VALUES}.`);
  return values.map((value, index) => {
    const count = Counts?.[index] ?? 1;
    return { time, unit, count, sum: value * count, min: value, max: value };
  });
}

/** The first text is one that users of AWS quote, the second is ours after it. */
function checkTime(time: number, place: string, now: number): void {
  if (time < now - OLDEST_MS)
    throw invalidValue(`The parameter ${place}.Timestamp must specify a time within the past two weeks.`);
  if (time > now + NEWEST_MS)
    throw invalidValue(
      `The parameter ${place}.Timestamp must specify a time no more than two hours in the future.`,
    );
}
