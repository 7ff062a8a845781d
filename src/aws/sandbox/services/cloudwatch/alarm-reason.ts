import type { AlarmRecord } from './alarm-state.ts';
import { asDecimal, decimal, jsonWithDecimals } from './decimal.ts';
import { isoTime } from './times.ts';

/** A period's value and what it was made of; undefined where it has none. */
export interface AlarmDatapoint {
  readonly start: Date;
  readonly value?: number;
  readonly sampleCount?: number;
}
export type Present = AlarmDatapoint & { readonly value: number };

const WORDS: Readonly<Record<string, string>> = {
  GreaterThanThreshold: 'greater than',
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

interface Crossing {
  readonly state: 'ALARM' | 'OK';
  /** The data points that speak for the state, oldest first. */
  readonly speaking: readonly Present[];
  readonly missing: number;
  readonly received: number;
}

/**
 * Texts as AWS was recorded to give them, or as its users quote them: where data points alone decide, they are told;
 * where missing ones had to be filled in, how many came. Alarms with DatapointsToAlarm count "out of the last".
 */
export function crossedReason(
  { settings }: AlarmRecord,
  { state, speaking, missing, received }: Crossing,
): string {
  const { EvaluationPeriods = 1, DatapointsToAlarm = EvaluationPeriods, TreatMissingData = '' } = settings;
  const needed = state === 'ALARM' ? DatapointsToAlarm : EvaluationPeriods - DatapointsToAlarm + 1;
  if (missing > 0 && speaking.length < needed && /breaching$/i.test(TreatMissingData)) {
    const came = received === 0 ? 'no datapoints were' : `${counted(received, 'datapoint')} ${be(received)}`;
    const treated = TreatMissingData === 'breaching' ? 'Breaching' : 'NonBreaching';
    return `Threshold Crossed: ${came} received for ${counted(EvaluationPeriods, 'period')} and ${counted(missing, 'missing datapoint')} ${be(missing)} treated as [${treated}].`;
  }
  const { ComparisonOperator = '', Threshold = 0 } = settings;
  const values = [...speaking].reverse().map(({ value, start }) => `${decimal(value)} (${shortTime(start)})`);
  const verb = `${be(speaking.length)}${state === 'OK' ? ' not' : ''}`;
  const crossed = `[${values.join(', ')}] ${verb} ${WORDS[ComparisonOperator]} the threshold (${decimal(Threshold)})`;
  if (settings.DatapointsToAlarm === undefined)
    return `Threshold Crossed: ${counted(speaking.length, 'datapoint')} ${crossed}.`;
  const change = state === 'ALARM' ? 'OK -> ALARM' : 'ALARM -> OK';
  return `Threshold Crossed: ${speaking.length} out of the last ${EvaluationPeriods} datapoints ${crossed} (minimum ${counted(needed, 'datapoint')} for ${change} transition).`;
}

/** As users of AWS quote it. */
export function unknownReason({ settings: { EvaluationPeriods = 1 } }: AlarmRecord): string {
  return `Insufficient Data: ${counted(EvaluationPeriods, 'datapoint')} ${be(EvaluationPeriods)} unknown.`;
}

/** Members and their order as recorded on AWS and quoted by its users. */
export function reasonData(
  { settings }: AlarmRecord,
  datapoints: readonly AlarmDatapoint[],
  present: readonly Present[],
  time: Date,
): string {
  const { Statistic: statistic, Period: period, Threshold = 0, Unit, EvaluationPeriods = 1 } = settings;
  const newest = [...datapoints].reverse().slice(0, EvaluationPeriods);
  return jsonWithDecimals({
    ...{ version: '1.0', queryDate: isoTime(time) },
    ...(present[0] && { startDate: isoTime(present[0].start) }),
    ...(Unit && { unit: Unit }),
    ...{ statistic, period, recentDatapoints: present.map(({ value }) => asDecimal(value)) },
    threshold: asDecimal(Threshold),
    evaluatedDatapoints: newest.map(({ start, value, sampleCount }) => ({
      timestamp: isoTime(start),
      ...(sampleCount !== undefined && { sampleCount: asDecimal(sampleCount) }),
      ...(value !== undefined && { value: asDecimal(value) }),
    })),
  });
}

const be = (count: number): string => (count === 1 ? 'was' : 'were');
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `05/01/26 00:01:00` */
function shortTime(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  const [year = '', month, ofMonth] = day.split('-');
  return `${ofMonth}/${month}/${year.slice(2)} ${time.slice(0, 8)}`;
}
