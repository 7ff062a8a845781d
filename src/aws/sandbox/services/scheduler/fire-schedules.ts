import type { ServiceContext } from '../../operation/index.ts';
import { parseSchedule, type Schedule, timesBetween } from '../../schedule-expression/index.ts';
import { invokeTarget } from './invoke-target.ts';
import { enabledSchedules, groupsIn, type ScheduleRecord } from './scheduler-state.ts';

type ScheduleExpression = Schedule | { readonly kind: 'at'; readonly time: number };

/** Parses `at(2026-01-05T10:00:00)`, `rate(5 minutes)` or `cron(0 10 * * ? *)`, in UTC; undefined for another text. */
export function parseScheduleExpression(text: string): ScheduleExpression | undefined {
  const [, at] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(text) ?? [];
  if (at === undefined) return parseSchedule(text);
  const time = Date.parse(`${at}Z`);
  return Number.isNaN(time) ? undefined : { kind: 'at', time };
}

/** Invokes the targets of the schedules that have become due by the account's clock, in the order of their times. */
export async function fireSchedules(context: ServiceContext): Promise<void> {
  const now = context.clock.account().getTime();
  const due = enabledSchedules(context.state).flatMap((schedule) =>
    dueTimes(schedule, now).map((time) => ({ schedule, time })),
  );
  for (const { schedule, time } of due.sort((a, b) => a.time - b.time)) {
    await invokeTarget(schedule, new Date(time), context);
    if (schedule.settings.ScheduleExpression?.startsWith('at(')) complete(schedule, context);
  }
}

/** The times of a schedule since it was last asked, between its dates. A flexible window ends after its beginning: that is when it fires. */
function dueTimes(schedule: ScheduleRecord, now: number): number[] {
  const { settings, since, firedUntil } = schedule;
  const expression = parseScheduleExpression(settings.ScheduleExpression ?? '');
  const to = Math.min(now, settings.EndDate?.getTime() ?? now);
  const from = Math.max(firedUntil, since - 1);
  schedule.firedUntil = now;
  if (!expression || to <= from) return [];
  if (expression.kind === 'at')
    return expression.time > from && expression.time <= to ? [expression.time] : [];
  // The first time of a rate is its beginning, which is a period after the instant that it counts from here.
  const start = expression.kind === 'rate' ? since - expression.period : since;
  return timesBetween(expression, start, from, to);
}

/** "After its last invocation ... EventBridge Scheduler deletes the schedule", where that was asked for (User Guide). */
function complete({ name, group, region, settings }: ScheduleRecord, context: ServiceContext): void {
  if (settings.ActionAfterCompletion === 'DELETE')
    groupsIn({ ...context, region })
      .get(group)
      ?.schedules.delete(name);
}
