import { type CronSchedule, cronTimes, parseCron } from './cron.ts';

export type Schedule = { readonly kind: 'rate'; readonly period: number } | CronSchedule;

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Parses `rate(5 minutes)` or `cron(0 10 * * ? *)`; undefined for another text. */
export function parseSchedule(text: string): Schedule | undefined {
  const [, count, unit = '', plural] = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(text) ?? [];
  if (count !== undefined) {
    // User Guide: a value of 1 needs the singular, others the plural.
    const isRight = Number(count) > 0 && (Number(count) === 1) === (plural === '');
    return isRight ? { kind: 'rate', period: Number(count) * (UNITS[unit] ?? 0) } : undefined;
  }
  const [, fields] = /^cron\((.+)\)$/.exec(text) ?? [];
  return fields === undefined ? undefined : parseCron(fields);
}

/** A year of a rate of one minute would be half a million events: the newest of a leap are enough. Our choice. */
const MOST_TIMES = 1_000;

/** The instants after `from` and up to `to` at which a schedule that was set at `since` fires, in milliseconds. */
export function timesBetween(schedule: Schedule, since: number, from: number, to: number): number[] {
  if (schedule.kind === 'cron') return cronTimes(schedule, from, to, MOST_TIMES);
  const { period } = schedule;
  const last = Math.floor((to - since) / period);
  const first = Math.max(Math.floor((from - since) / period) + 1, last - MOST_TIMES + 1, 1);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => since + (first + index) * period,
  );
}
