import type { ServiceContext } from '../../operation/index.ts';
import { type AlarmRecord, alarmsOf } from './alarm-state.ts';
import { changeState } from './change-state.ts';
import { judge, MORE } from './judge-datapoints.ts';
import { type Sample, samplesOf } from './metric-state.ts';
import { byPeriod, type StatisticName, statisticOf } from './statistics.ts';

/**
 * Evaluates alarms at the ends of their periods that have passed by the account's clock, in the order of
 * time.
 */
export async function evaluateAlarms(context: ServiceContext): Promise<void> {
  const now = context.clock.account().getTime();
  const due = alarmsOf(context.state).flatMap((alarm) => {
    const { Namespace, MetricName, Dimensions, Unit } = alarm.settings;
    const samples = samplesOf(
      { state: context.state, region: alarm.region },
      { Namespace, MetricName, Dimensions },
    ).filter(({ unit }) => !Unit || unit === Unit);
    const times = dueTimes(alarm, samples, now);
    alarm.evaluatedUntil = now;
    return times.map((time) => ({ alarm, samples, time }));
  });
  for (const { alarm, samples, time } of due.sort((a, b) => a.time - b.time)) {
    const next = judge(alarm, datapointsAt(alarm, samples, time), new Date(time));
    if (next && next.state !== alarm.state) await changeState(alarm, next, new Date(time), context);
  }
}

const periodOf = ({ settings }: AlarmRecord) => (settings.Period ?? 60) * 1000;
const rangeOf = ({ settings }: AlarmRecord) => (settings.EvaluationPeriods ?? 1) + MORE;

/**
 * Ends of periods at which the outcome may be another: those that see a sample come or go, and the first
 * ones. A clock may move by months.
 */
function dueTimes(alarm: AlarmRecord, samples: readonly Sample[], now: number): number[] {
  const period = periodOf(alarm);
  const first = Math.floor(alarm.evaluatedUntil / period) + 1;
  const last = Math.floor(now / period);
  const begins = new Set([first - 1, ...samples.map(({ time }) => Math.floor(time / period))]);
  const ends = new Set<number>();
  for (const begin of begins)
    for (let end = Math.max(first, begin + 1); end <= Math.min(last, begin + rangeOf(alarm) + 1); end++)
      ends.add(end);
  return [...ends].sort((a, b) => a - b).map((end) => end * period);
}

/** The values of the last periods before an instant, the oldest first; undefined where there is none. */
function datapointsAt(alarm: AlarmRecord, samples: readonly Sample[], time: number) {
  const period = periodOf(alarm);
  const range = rangeOf(alarm);
  const from = time - range * period;
  const periods = byPeriod(samples, { from, to: time, period });
  return Array.from({ length: range }, (_, index) => {
    const start = from + index * period;
    const found = periods.get(start);
    const statistic = (alarm.settings.Statistic ?? 'Average') as StatisticName;
    return {
      start: new Date(start),
      ...(found && {
        value: statisticOf(statistic, found),
        sampleCount: statisticOf('SampleCount', found),
      }),
    };
  });
}
