import { METRIC_UNITS } from '../../catalogue/metric-units.ts';

const source = 'botocore, data/logs/2014-03-28/service-2.json';

/** Its greatest length, 512, has words of its own: see checkLogName. */
export const logGroupName = { source, minLength: 1, pattern: '[\\.\\-_/#A-Za-z0-9]+' };
export const logGroupPattern = { source, maxLength: 512, pattern: '[\\.\\-_/#A-Za-z0-9]*' };
export const logGroupIdentifier = { source, minLength: 1, maxLength: 2048, pattern: '[\\w#+=/:,.@-]*' };
export const logStreamName = { source, minLength: 1, pattern: '[^:*]*' };
export const logStreamNames = { source, minLength: 1, maxLength: 100, item: logStreamName };
export const describeLimit = { source, min: 1, max: 50 };
export const eventsLimit = { source, min: 1, max: 10_000 };
export const eventTime = { source, min: 0 };
export const filterPattern = { source, maxLength: 1024 };
export const nextLogsToken = { source, minLength: 1 };
export const sequenceToken = { source, minLength: 1 };
export const logEvents = {
  source,
  minLength: 1,
  maxLength: 10_000,
  item: {
    source,
    members: {
      timestamp: { source, min: 0, required: true },
      message: { source, minLength: 1, required: true },
    },
  },
};
export const filterName = { source, minLength: 1, maxLength: 512, pattern: '[^:*]*' };
const metricText = { source, maxLength: 255, pattern: '[^:*$]*' };
export const metricName = metricText;
export const metricNamespace = metricText;
export const metricTransformations = {
  source,
  minLength: 1,
  maxLength: 1,
  item: {
    source,
    members: {
      metricName: { ...metricText, required: true },
      metricNamespace: { ...metricText, required: true },
      metricValue: { source, maxLength: 100, required: true },
      unit: { source, values: METRIC_UNITS },
    },
  },
};
export const testMessages = { source, minLength: 1, maxLength: 50, item: { source, minLength: 1 } };
export const streamOrder = { source, values: ['LogStreamName', 'LastEventTime'] };
export const logClass = { source, values: ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'] };
export const logsArn = { source, minLength: 1, maxLength: 1011, pattern: '[\\w+=/:,.@-]*' };
export const logsPolicyDocument = { source, minLength: 1, maxLength: 5120 };
export const logsKeyId = { source, maxLength: 256 };
/** API reference, PutRetentionPolicy: "Possible values". */
export const retentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
