import type {
  DescribeAlarmsForMetricInput,
  DescribeAlarmsForMetricOutput,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { type AlarmRecord, alarmsIn } from './alarm-state.ts';
import * as rules from './cloudwatch-constraints.ts';
import { invalidCombination, invalidToken } from './cloudwatch-errors.ts';
import { onAlarms } from './find-alarm.ts';
import { metricKey } from './metric-state.ts';

/** Default of MaxRecords, of which the API reference tells only the greatest value, 100. */
const PAGE = 50;

const nameOf = ({ name }: AlarmRecord): string => name;

export default {
  DescribeAlarms: defineOperation<DescribeAlarmsInput, DescribeAlarmsOutput>({
    constraints: {
      AlarmNames: rules.alarmNames,
      AlarmNamePrefix: rules.alarmName,
      AlarmTypes: rules.alarmTypes,
      StateValue: rules.stateValue,
      ActionPrefix: rules.anyArn,
      MaxRecords: rules.maxRecords,
    },
    reads: ['NextToken'],
    access: onAlarms('DescribeAlarms'),
    handle: (context) => {
      const { AlarmNames, AlarmNamePrefix, MaxRecords = PAGE, NextToken } = context.input;
      // Refused by the API reference; the wording is ours.
      if (AlarmNames && AlarmNamePrefix !== undefined)
        throw invalidCombination('AlarmNames and AlarmNamePrefix cannot be used together.');
      const found = [...alarmsIn(context).alarms.values()].filter((alarm) => isMeant(alarm, context.input));
      const page = paginate(sortedBy(found, nameOf), nameOf, MaxRecords, NextToken);
      if (!page) throw invalidToken();
      return { MetricAlarms: page.items.map(describe), CompositeAlarms: [], NextToken: page.next };
    },
  }),
  DescribeAlarmsForMetric: defineOperation<DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput>({
    constraints: {
      MetricName: rules.metricName,
      Namespace: rules.namespace,
      Statistic: rules.statistic,
      Dimensions: rules.dimensions,
      Period: rules.period,
      Unit: rules.unit,
    },
    access: { action: 'cloudwatch:DescribeAlarmsForMetric', namesResource: false, resource: () => '*' },
    handle: (context) => {
      const { input } = context;
      const found = [...alarmsIn(context).alarms.values()].filter(
        ({ settings }) =>
          metricKey(settings) === metricKey(input) &&
          (['Statistic', 'Period', 'Unit'] as const).every(
            (member) => input[member] === undefined || input[member] === settings[member],
          ),
      );
      return { MetricAlarms: sortedBy(found, nameOf).map(describe) };
    },
  }),
};

function isMeant({ name, state, settings }: AlarmRecord, input: DescribeAlarmsInput): boolean {
  const { AlarmNames = [], AlarmNamePrefix = '', AlarmTypes = [], StateValue, ActionPrefix } = input;
  const { OKActions = [], AlarmActions = [], InsufficientDataActions = [] } = settings;
  return (
    (AlarmNames.length === 0 || AlarmNames.includes(name)) &&
    name.startsWith(AlarmNamePrefix) &&
    (AlarmTypes.length === 0 || AlarmTypes.includes('MetricAlarm')) &&
    (StateValue === undefined || StateValue === state) &&
    (ActionPrefix === undefined ||
      [OKActions, AlarmActions, InsufficientDataActions].flat().some((arn) => arn.startsWith(ActionPrefix)))
  );
}

function describe(alarm: AlarmRecord): MetricAlarm {
  const { settings } = alarm;
  return {
    ...settings,
    AlarmArn: alarm.arn,
    AlarmConfigurationUpdatedTimestamp: alarm.configured,
    OKActions: settings.OKActions ?? [],
    AlarmActions: settings.AlarmActions ?? [],
    InsufficientDataActions: settings.InsufficientDataActions ?? [],
    Dimensions: settings.Dimensions ?? [],
    StateValue: alarm.state,
    StateReason: alarm.reason,
    ...(alarm.reasonData !== undefined && { StateReasonData: alarm.reasonData }),
    StateUpdatedTimestamp: alarm.updated,
    StateTransitionedTimestamp: alarm.transitioned,
  };
}
