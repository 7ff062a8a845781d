import { METRIC_UNITS } from '../../catalogue/metric-units.ts';
import type { Constraint } from '../../operation/index.ts';

const source = 'botocore, data/cloudwatch/2010-08-01/service-2.json';

export const STATISTICS = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] as const;

const text = (maxLength: number, minLength = 1): Constraint => ({ source, minLength, maxLength });
const required = (constraint: Constraint): Constraint => ({ ...constraint, required: true });

export const metricName = text(255);
export const namespace: Constraint = { ...text(255), pattern: '[^:].*' };
const dimension: Constraint = {
  source,
  members: { Name: required(text(255)), Value: required(text(1024)) },
};
export const dimensions: Constraint = { source, maxLength: 30, item: dimension };
export const dimensionFilters: Constraint = {
  source,
  maxLength: 10,
  item: { source, members: { Name: required(text(255)), Value: text(1024) } },
};
export const unit: Constraint = { source, values: METRIC_UNITS };
export const statistic: Constraint = { source, values: STATISTICS };
export const statistics: Constraint = { source, minLength: 1, maxLength: 5, item: statistic };
export const period: Constraint = { source, min: 1 };
export const scanBy: Constraint = { source, values: ['TimestampDescending', 'TimestampAscending'] };
export const metricData: Constraint = {
  source,
  item: {
    source,
    members: {
      MetricName: required(metricName),
      Dimensions: dimensions,
      Unit: unit,
      StorageResolution: { source, min: 1 },
    },
  },
};
export const metricDataQueries: Constraint = {
  source,
  item: {
    source,
    members: {
      Id: required(text(255)),
      MetricStat: {
        source,
        members: {
          Metric: {
            source,
            required: true,
            members: { Namespace: namespace, MetricName: metricName, Dimensions: dimensions },
          },
          Period: required(period),
          Stat: required({ source }),
          Unit: unit,
        },
      },
      Expression: text(2048),
    },
  },
};

export const alarmName = text(255);
export const alarmNames: Constraint = { source, maxLength: 100, item: alarmName };
export const stateValue: Constraint = { source, values: ['INSUFFICIENT_DATA', 'ALARM', 'OK'] };
export const alarmTypes: Constraint = {
  source,
  item: { source, values: ['CompositeAlarm', 'MetricAlarm'] },
};
export const historyItemType: Constraint = {
  source,
  values: ['ConfigurationUpdate', 'StateUpdate', 'Action'],
};
export const maxRecords: Constraint = { source, min: 1, max: 100 };
export const stateReason = text(1023, 0);
export const stateReasonData = text(4000, 0);
export const anyArn = text(1024);
export const tags: Constraint = {
  source,
  item: { source, members: { Key: required(text(128)), Value: required(text(256, 0)) } },
};
export const tagKeys: Constraint = { source, item: text(128) };

const actions: Constraint = { source, maxLength: 5, item: text(1024) };

/** Of PutMetricAlarm. */
export const alarmConstraints: Readonly<Record<string, Constraint>> = {
  AlarmName: alarmName,
  AlarmDescription: text(1024, 0),
  OKActions: actions,
  AlarmActions: actions,
  InsufficientDataActions: actions,
  MetricName: metricName,
  Namespace: namespace,
  Statistic: statistic,
  Dimensions: dimensions,
  Period: period,
  Unit: unit,
  EvaluationPeriods: period,
  DatapointsToAlarm: period,
  ComparisonOperator: {
    source,
    values: [
      ...['GreaterThanOrEqualToThreshold', 'GreaterThanThreshold'],
      ...['LessThanThreshold', 'LessThanOrEqualToThreshold', 'LessThanLowerOrGreaterThanUpperThreshold'],
      ...['LessThanLowerThreshold', 'GreaterThanUpperThreshold'],
    ],
  },
  TreatMissingData: text(255),
  Tags: tags,
};
