import type { GetMetricDataInput, MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import type { OperationContext } from '../../operation/index.ts';
import { checkPeriod } from './check-period.ts';
import { STATISTICS } from './cloudwatch-constraints.ts';
import { invalidAlarm, metricNotSimulated } from './cloudwatch-errors.ts';
import { type MetricSample, samplesOf } from './metric-state.ts';
import { alignedStart, byPeriod, type StatisticName, statisticOf, unitsOf } from './statistics.ts';

type Context = OperationContext<GetMetricDataInput>;

/** A query that asks for a statistic of a metric. */
interface StatisticQuery {
  readonly query: MetricDataQuery;
  readonly stat: StatisticName;
  readonly period: number;
}

/** Answers the queries of GetMetricData whose data is to be returned. */
export function metricResults(context: Context): MetricDataResult[] {
  const queries = (context.input.MetricDataQueries ?? []).map(readQuery);
  const twice = queries.find(({ query }, at) =>
    queries.slice(0, at).some((earlier) => earlier.query.Id === query.Id),
  );
  // Our wording.
  if (twice) throw invalidAlarm(`The id ${twice.query.Id} is not unique in MetricDataQueries.`);
  return queries
    .filter(({ query }) => query.ReturnData !== false)
    .map((one) => resultOf(one, queries, context));
}

function readQuery(query: MetricDataQuery): StatisticQuery {
  const { Id = '', Expression, MetricStat, AccountId } = query;
  // Our wording.
  if (!/^[a-z]\w*$/.test(Id)) throw invalidAlarm(`The value ${Id} for parameter Id is invalid.`);
  if (Expression !== undefined) throw metricNotSimulated('metric math and queries (Expression)');
  if (AccountId !== undefined) throw metricNotSimulated('metrics of other accounts');
  // Our wording.
  if (!MetricStat) throw invalidAlarm(`The query ${Id} must have either MetricStat or Expression.`);
  const stat = STATISTICS.find((name) => name === MetricStat.Stat);
  if (!stat) throw metricNotSimulated(`the statistic ${MetricStat.Stat}`);
  const { Period: period = 60 } = MetricStat;
  checkPeriod(period);
  return { query, stat, period };
}

function resultOf(one: StatisticQuery, all: readonly StatisticQuery[], context: Context): MetricDataResult {
  const { StartTime = new Date(0), EndTime = new Date(0), ScanBy } = context.input;
  const { query, stat, period } = one;
  const asked = query.MetricStat?.Unit;
  const span = { from: alignedStart(StartTime, period), to: EndTime.getTime(), period: period * 1000 };
  const within = samplesOf(context, query.MetricStat?.Metric ?? {}).filter(
    ({ time, unit }) => time >= span.from && time < span.to && (!asked || unit === asked),
  );
  const units = unitsOf(within);
  // Recorded on AWS: where no unit is asked for, it takes the first in the order of the alphabet.
  const points = [
    ...byPeriod(
      within.filter(({ unit }) => unit === units[0]),
      span,
    ),
  ];
  if (ScanBy !== 'TimestampAscending') points.reverse();
  return {
    Id: query.Id,
    Label: query.Label ?? labelOf(one, all),
    Timestamps: points.map(([start]) => new Date(start)),
    Values: points.map(([, samples]: [number, readonly MetricSample[]]) => statisticOf(stat, samples)),
    StatusCode: 'Complete',
    ...(units.length > 1 && {
      Messages: [{ Code: 'MultipleUnits', Value: `Multiple units returned: '[${units.join(', ')}]'` }],
    }),
  };
}

/** The metric's name, with what the queries differ in: `Errors Sum 60`. As recorded on AWS. */
function labelOf({ query, stat, period }: StatisticQuery, all: readonly StatisticQuery[]): string {
  const parts = [query.MetricStat?.Metric?.MetricName];
  if (all.some((other) => other.stat !== stat)) parts.push(stat);
  if (all.some((other) => other.period !== period)) parts.push(String(period));
  return parts.join(' ');
}
