import type { AlarmStatus } from './alarm-messages.ts';
import {
  type AlarmDatapoint,
  crossedReason,
  type Present,
  reasonData,
  unknownReason,
} from './alarm-reason.ts';
import type { AlarmRecord } from './alarm-state.ts';

/**
 * How many periods beyond its own an alarm looks at, for those that are missing. User Guide, "How CloudWatch
 * alarms treat missing data": two of five there.
 */
export const MORE = 2;

/**
 * The state that data points ask for, oldest first; undefined where the alarm stays as it is. After the
 * tables of that page.
 */
export function evaluateDatapoints(
  alarm: AlarmRecord,
  datapoints: readonly AlarmDatapoint[],
  time: Date,
): AlarmStatus | undefined {
  const { EvaluationPeriods = 1, DatapointsToAlarm = EvaluationPeriods, TreatMissingData } = alarm.settings;
  const present = datapoints
    .filter((one): one is Present => one.value !== undefined)
    .slice(-EvaluationPeriods);
  const missing = EvaluationPeriods - present.length;
  const breaching = present.filter(({ value }) => breaches(value, alarm));
  const says = (state: AlarmStatus['state'], reason: string): AlarmStatus => ({
    state,
    reason,
    reasonData: reasonData(alarm, datapoints, present, time),
  });
  const crossed = (state: 'ALARM' | 'OK') => {
    const speaking = state === 'ALARM' ? breaching : present.filter((one) => !breaching.includes(one));
    return says(state, crossedReason(alarm, { state, speaking, missing, received: present.length }));
  };
  if (missing > 0 && (TreatMissingData === 'breaching' || TreatMissingData === 'notBreaching')) {
    const added = TreatMissingData === 'breaching' ? missing : 0;
    return crossed(breaching.length + added >= DatapointsToAlarm ? 'ALARM' : 'OK');
  }
  if (breaching.length >= DatapointsToAlarm) return crossed('ALARM');
  if (breaching.length < present.length || missing === 0) return crossed('OK');
  if (TreatMissingData === 'ignore') return undefined;
  if (present.length === 0) return says('INSUFFICIENT_DATA', unknownReason(alarm));
  // All that there are breach: an alarm where the oldest is old enough.
  const age = datapoints.length - datapoints.findIndex(({ value }) => value !== undefined);
  return age >= DatapointsToAlarm ? crossed('ALARM') : undefined;
}

function breaches(value: number, { settings }: AlarmRecord): boolean {
  const { ComparisonOperator, Threshold = 0 } = settings;
  switch (ComparisonOperator) {
    case 'GreaterThanThreshold':
      return value > Threshold;
    case 'GreaterThanOrEqualToThreshold':
      return value >= Threshold;
    case 'LessThanThreshold':
      return value < Threshold;
    default:
      return value <= Threshold;
  }
}
