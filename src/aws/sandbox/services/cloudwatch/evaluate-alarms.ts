import type { ServiceContext } from '../../operation/index.ts';
import type { AlarmDatapoint } from './alarm-reason.ts';
import { type AlarmRecord, alarmsOf } from './alarm-state.ts';
import { changeState } from './change-state.ts';
import { evaluateDatapoints, MORE } from './judge-datapoints.ts';
import { type MetricSample, samplesOf } from './metric-state.ts';
import { type StatisticName, statisticOf } from './statistics.ts';

/** Samples by the number of their period: how many have passed since the epoch. */
type Periods = ReadonlyMap<number, readonly MetricSample[]>;

/**
 * Evaluates alarms at the ends of their periods that have passed by the account's clock, in the order of
 * time.
 */
export async function evaluateAlarms(context: ServiceContext): Promise<void> {
  const now = context.clock.account().getTime();
  const due = alarmsOf(context.state).flatMap((alarm) => {
    const first = Math.floor(alarm.evaluatedUntil / periodOf(alarm)) + 1;
    const last = Math.floor(now / periodOf(alarm));
    alarm.evaluatedUntil = now;
    if (last < first) return [];
    const periods = periodsOf(alarm, context);
    return dueEnds(alarm, periods, first, last).map((end) => ({ alarm, periods, end }));
  });
  const timeOf = ({ alarm, end }: (typeof due)[number]) => end * periodOf(alarm);
  for (const one of due.sort((a, b) => timeOf(a) - timeOf(b))) {
    const time = new Date(timeOf(one));
    const next = evaluateDatapoints(one.alarm, datapointsAt(one.alarm, one.periods, one.end), time);
    if (next && next.state !== one.alarm.state) await changeState(one.alarm, next, time, context);
  }
}

const periodOf = ({ settings }: AlarmRecord) => (settings.Period ?? 60) * 1000;
const rangeOf = ({ settings }: AlarmRecord) => (settings.EvaluationPeriods ?? 1) + MORE;

function periodsOf(alarm: AlarmRecord, { state }: ServiceContext): Periods {
  const { Namespace, MetricName, Dimensions, Unit } = alarm.settings;
  const periods = new Map<number, MetricSample[]>();
  for (const sample of samplesOf({ state, region: alarm.region }, { Namespace, MetricName, Dimensions })) {
    if (Unit && sample.unit !== Unit) continue;
    const number = Math.floor(sample.time / periodOf(alarm));
    const known = periods.get(number);
    if (known) known.push(sample);
    else periods.set(number, [sample]);
  }
  return periods;
}

/**
 * Ends of periods at which the outcome may be another: those that see a sample come or go, and the first one. A clock
 * may move by months.
 */
function dueEnds(alarm: AlarmRecord, periods: Periods, first: number, last: number): number[] {
  const ends = new Set<number>();
  for (const begin of [first - 1, ...periods.keys()])
    for (let end = Math.max(first, begin + 1); end <= Math.min(last, begin + rangeOf(alarm) + 1); end++)
      ends.add(end);
  return [...ends].sort((a, b) => a - b);
}

/**
 * The values of the last periods before the end of one, the oldest first; without a value where there is
 * none.
 */
function datapointsAt(alarm: AlarmRecord, periods: Periods, end: number): AlarmDatapoint[] {
  const range = rangeOf(alarm);
  return Array.from({ length: range }, (_, index) => {
    const number = end - range + index;
    const found = periods.get(number);
    const statistic = (alarm.settings.Statistic ?? 'Average') as StatisticName;
    return {
      start: new Date(number * periodOf(alarm)),
      ...(found && {
        value: statisticOf(statistic, found),
        sampleCount: statisticOf('SampleCount', found),
      }),
    };
  });
}
