import type {
  Datapoint,
  GetMetricDataInput,
  GetMetricDataOutput,
  GetMetricStatisticsInput,
  GetMetricStatisticsOutput,
  ListMetricsInput,
  ListMetricsOutput,
} from '@aws-sdk/client-cloudwatch';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { checkPeriod } from './check-period.ts';
import * as rules from './cloudwatch-constraints.ts';
import { invalidCombination, invalidToken, invalidValue, missingParameter } from './cloudwatch-errors.ts';
import { metricResults } from './metric-results.ts';
import { type MetricRecord, metricKey, metricsIn, samplesOf } from './metric-state.ts';
import { alignedStart, byPeriod, statisticOf, unitsOf } from './statistics.ts';

/** Most data points of GetMetricStatistics, and metrics of a page of ListMetrics: API reference. */
const MOST_DATAPOINTS = 1440;
const PAGE = 500;
const HOUR_MS = 3_600_000;
const TWO_WEEKS_MS = 14 * 24 * HOUR_MS;

/** A call that knows no resource. */
const onMetrics = (action: string) => ({
  action: `cloudwatch:${action}`,
  namesResource: false,
  resource: () => '*',
});

export default {
  GetMetricData: defineOperation<GetMetricDataInput, GetMetricDataOutput>({
    constraints: { MetricDataQueries: rules.metricDataQueries, ScanBy: rules.scanBy },
    reads: ['StartTime', 'EndTime'],
    access: onMetrics('GetMetricData'),
    handle: (context) => {
      checkTimes(context.input);
      return { MetricDataResults: metricResults(context), Messages: [] };
    },
  }),
  GetMetricStatistics: defineOperation<GetMetricStatisticsInput, GetMetricStatisticsOutput>({
    constraints: {
      Namespace: rules.namespace,
      MetricName: rules.metricName,
      Dimensions: rules.dimensions,
      Period: rules.period,
      Statistics: rules.statistics,
      Unit: rules.unit,
    },
    reads: ['StartTime', 'EndTime'],
    access: onMetrics('GetMetricStatistics'),
    handle: (context) => {
      const { MetricName, Statistics = [], Unit } = context.input;
      const span = spanOf(context.input);
      // Our wording.
      if (Statistics.length === 0) throw missingParameter('The parameter Statistics is required.');
      const samples = samplesOf(context, context.input).filter(({ unit }) => !Unit || unit === Unit);
      const Datapoints = unitsOf(samples).flatMap((unit) => {
        const own = samples.filter((sample) => sample.unit === unit);
        return [...byPeriod(own, span)].map(
          ([start, part]): Datapoint => ({
            Timestamp: new Date(start),
            ...Object.fromEntries(Statistics.map((name) => [name, statisticOf(name, part)])),
            Unit: unit as Datapoint['Unit'],
          }),
        );
      });
      return { Label: MetricName, Datapoints };
    },
  }),
  /** AWS shows metrics of the past two weeks. */
  ListMetrics: defineOperation<ListMetricsInput, ListMetricsOutput>({
    constraints: {
      Namespace: rules.namespace,
      MetricName: rules.metricName,
      Dimensions: rules.dimensionFilters,
      RecentlyActive: { source: 'botocore', values: ['PT3H'] },
    },
    reads: ['NextToken'],
    access: onMetrics('ListMetrics'),
    handle: (context) => {
      const { input, clock } = context;
      const since = clock.account().getTime() - (input.RecentlyActive ? 3 * HOUR_MS : TWO_WEEKS_MS);
      const found = [...metricsIn(context).values()].filter(
        (metric) => isMeant(metric, input) && metric.samples.some(({ time }) => time >= since),
      );
      const page = paginate(sortedBy(found, metricKey), metricKey, PAGE, input.NextToken);
      if (!page) throw invalidToken();
      const Metrics = page.items.map(({ samples, ...name }) => name);
      return { Metrics, NextToken: page.next };
    },
  }),
};

function isMeant(
  metric: MetricRecord,
  { Namespace, MetricName, Dimensions = [] }: ListMetricsInput,
): boolean {
  return (
    (Namespace === undefined || metric.Namespace === Namespace) &&
    (MetricName === undefined || metric.MetricName === MetricName) &&
    Dimensions.every(({ Name, Value }) =>
      metric.Dimensions.some((own) => own.Name === Name && (Value === undefined || own.Value === Value)),
    )
  );
}

/** The text is as recorded on AWS, of GetMetricStatistics. */
function checkTimes({ StartTime, EndTime }: Pick<GetMetricDataInput, 'StartTime' | 'EndTime'>): void {
  if (StartTime && EndTime && StartTime >= EndTime)
    throw invalidValue('The parameter StartTime must be less than the parameter EndTime.');
}

function spanOf(input: GetMetricStatisticsInput) {
  checkTimes(input);
  const { StartTime = new Date(0), EndTime = new Date(0), Period = 60 } = input;
  checkPeriod(Period);
  const points = Math.floor((EndTime.getTime() - StartTime.getTime()) / (Period * 1000));
  if (points > MOST_DATAPOINTS)
    throw invalidCombination(
      `You have requested up to ${points} datapoints, which exceeds the limit of ${MOST_DATAPOINTS}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    );
  return { from: alignedStart(StartTime, Period), to: EndTime.getTime(), period: Period * 1000 };
}
