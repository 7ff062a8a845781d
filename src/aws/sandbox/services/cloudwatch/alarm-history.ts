import type {
  AlarmHistoryItem,
  DescribeAlarmHistoryInput,
  DescribeAlarmHistoryOutput,
  HistoryItemType,
} from '@aws-sdk/client-cloudwatch';
import { defineOperation, paginate, type ServiceContext } from '../../operation/index.ts';
import { type AlarmRecord, alarmArnOf, alarmsIn } from './alarm-state.ts';
import * as rules from './cloudwatch-constraints.ts';
import { invalidToken } from './cloudwatch-errors.ts';
import { jsonWithDecimals } from './decimal.ts';
import { onAlarms } from './find-alarm.ts';

/** Default of MaxRecords, which the API reference does not tell: its greatest value. */
const PAGE = 100;
/** More than any account's history has: keys count down from it. */
const MOST = 100_000_000;
const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

/**
 * Adds to the history. Summaries and members of the data as users of AWS quote them; of the data, not all
 * members.
 */
export function addHistoryItem(
  alarm: AlarmRecord,
  type: HistoryItemType,
  summary: string,
  data: object,
  { state, clock }: Pick<ServiceContext, 'state' | 'clock'>,
  time = clock.account(),
): void {
  alarmsIn({ state, region: alarm.region }).history.push({
    ...{ AlarmName: alarm.name, AlarmType: 'MetricAlarm', Timestamp: time, HistoryItemType: type },
    ...{ HistorySummary: summary, HistoryData: jsonWithDecimals({ version: '1.0', ...data }) },
  });
}

export default {
  DescribeAlarmHistory: defineOperation<DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput>({
    constraints: {
      AlarmName: rules.alarmName,
      AlarmTypes: rules.alarmTypes,
      HistoryItemType: rules.historyItemType,
      MaxRecords: rules.maxRecords,
      ScanBy: rules.scanBy,
    },
    reads: ['StartDate', 'EndDate', 'NextToken'],
    access: {
      ...onAlarms('DescribeAlarmHistory'),
      resource: (context) => alarmArnOf(context, context.input.AlarmName ?? '*'),
    },
    handle: (context) => {
      const { input, clock } = context;
      const isAscending = input.ScanBy === 'TimestampAscending';
      // "Retains the history of active and deleted alarms for two weeks" (mon-describe-alarm-history).
      const since = clock.account().getTime() - TWO_WEEKS_MS;
      const keyed = alarmsIn(context).history.map((item, at) => ({ item, at }));
      const found = keyed.filter(({ item }) => isMeant(item, input) && Number(item.Timestamp) >= since);
      const keyOf = ({ at }: { readonly at: number }) =>
        String(isAscending ? at : MOST - at).padStart(9, '0');
      const ordered = isAscending ? found : found.reverse();
      const page = paginate(ordered, keyOf, input.MaxRecords ?? PAGE, input.NextToken);
      if (!page) throw invalidToken();
      return { AlarmHistoryItems: page.items.map(({ item }) => item), NextToken: page.next };
    },
  }),
};

function isMeant(item: AlarmHistoryItem, input: DescribeAlarmHistoryInput): boolean {
  const { AlarmName, AlarmTypes = [], HistoryItemType: type, StartDate, EndDate } = input;
  const { Timestamp = new Date(0) } = item;
  return (
    (AlarmName === undefined || item.AlarmName === AlarmName) &&
    (type === undefined || item.HistoryItemType === type) &&
    (AlarmTypes.length === 0 || AlarmTypes.includes('MetricAlarm')) &&
    (!StartDate || Timestamp >= StartDate) &&
    (!EndDate || Timestamp <= EndDate)
  );
}
