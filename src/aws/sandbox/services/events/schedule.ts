import type { AccountEvent, ServiceContext } from '../../operation/index.ts';
import { parseSchedule, timesBetween } from '../../schedule-expression/index.ts';
import { deliverToBus, deliverToTargets } from './deliver.ts';
import { DEFAULT_BUS, enabledRules } from './events-state.ts';
import { toBusEvent } from './target-input.ts';

/** Gives an event of the account's own services to the default bus of its Region. */
export async function takeAccountEvent(event: AccountEvent, context: ServiceContext): Promise<void> {
  await deliverToBus(toBusEvent(event, context.clock.account(), context), DEFAULT_BUS, event.region, context);
}

/** Fires the schedules that have become due by the account's clock, in the order of their times. */
export async function fireScheduledRules(context: ServiceContext): Promise<void> {
  const now = context.clock.account().getTime();
  const due = enabledRules(context.state).flatMap(({ region, rule }) => {
    const schedule = rule.schedule === undefined ? undefined : parseSchedule(rule.schedule);
    if (!schedule) return [];
    const times = timesBetween(schedule, rule.since, rule.firedUntil, now);
    rule.firedUntil = now;
    return times.map((time) => ({ region, rule, time }));
  });
  for (const { region, rule, time } of due.sort((a, b) => a.time - b.time)) {
    const event = {
      source: 'aws.events',
      detailType: 'Scheduled Event',
      resources: [rule.arn],
      region,
      detail: {},
    };
    await deliverToTargets(toBusEvent(event, new Date(time), context), rule, context);
  }
}
