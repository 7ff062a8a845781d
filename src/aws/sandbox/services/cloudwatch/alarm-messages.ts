import type { StateValue } from '@aws-sdk/client-cloudwatch';
import type { AlarmRecord } from './alarm-state.ts';
import { asDecimal, jsonWithDecimals } from './decimal.ts';
import { isoTime } from './times.ts';

export interface AlarmStatus {
  readonly state: StateValue;
  readonly reason: string;
  readonly reasonData?: string | undefined;
}

/** A state and since when an alarm has it. */
export interface DatedStatus extends AlarmStatus {
  readonly updated: Date;
}

interface AlarmOwner {
  /** `Asia Pacific (Tokyo)` */
  readonly regionName: string;
  readonly accountId: string;
}

/** The message that a topic gets: members and their order as recorded on AWS and as its users quote them. */
export function notificationOf(
  alarm: AlarmRecord,
  old: AlarmStatus,
  { regionName, accountId }: AlarmOwner,
): string {
  const { settings } = alarm;
  return jsonWithDecimals({
    AlarmName: alarm.name,
    AlarmDescription: settings.AlarmDescription ?? null,
    AWSAccountId: accountId,
    AlarmConfigurationUpdatedTimestamp: isoTime(alarm.configured),
    NewStateValue: alarm.state,
    NewStateReason: alarm.reason,
    StateChangeTime: isoTime(alarm.updated),
    Region: regionName,
    AlarmArn: alarm.arn,
    OldStateValue: old.state,
    OKActions: settings.OKActions ?? [],
    AlarmActions: settings.AlarmActions ?? [],
    InsufficientDataActions: settings.InsufficientDataActions ?? [],
    Trigger: triggerOf(alarm),
  });
}

const STATISTICS: Readonly<Record<string, string>> = { SampleCount: 'SAMPLE_COUNT' };

function triggerOf({ settings }: AlarmRecord): object {
  const { Statistic = '', Dimensions = [], DatapointsToAlarm, Threshold = 0 } = settings;
  return {
    MetricName: settings.MetricName,
    Namespace: settings.Namespace,
    StatisticType: 'Statistic',
    Statistic: STATISTICS[Statistic] ?? Statistic.toUpperCase(),
    Unit: settings.Unit ?? null,
    Dimensions: Dimensions.map(({ Name, Value }) => ({ value: Value, name: Name })),
    Period: settings.Period,
    EvaluationPeriods: settings.EvaluationPeriods,
    ...(DatapointsToAlarm !== undefined && { DatapointsToAlarm }),
    ComparisonOperator: settings.ComparisonOperator,
    Threshold: asDecimal(Threshold),
    TreatMissingData: settings.TreatMissingData ?? '',
    EvaluateLowSampleCountPercentile: '',
  };
}

/**
 * Tells a change as EventBridge and functions get it: User Guide, "Alarm events and EventBridge" and "Invoke
 * a Lambda function from an alarm".
 */
export function stateChange(alarm: AlarmRecord, old: DatedStatus, metricId: string) {
  const { settings } = alarm;
  const dimensions = Object.fromEntries((settings.Dimensions ?? []).map(({ Name, Value }) => [Name, Value]));
  const metric = { namespace: settings.Namespace, name: settings.MetricName, dimensions };
  const metricStat = { metric, period: settings.Period, stat: settings.Statistic };
  return {
    alarmName: alarm.name,
    state: toStatus(alarm),
    previousState: toStatus(old),
    configuration: {
      ...(settings.AlarmDescription !== undefined && { description: settings.AlarmDescription }),
      metrics: [{ id: metricId, metricStat, returnData: true }],
    },
  };
}

const toStatus = ({ state, reason, reasonData, updated }: DatedStatus) => ({
  value: state,
  reason,
  ...(reasonData !== undefined && { reasonData }),
  timestamp: isoTime(updated),
});
