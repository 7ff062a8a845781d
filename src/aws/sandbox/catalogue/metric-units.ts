/**
 * Units of metrics, of CloudWatch and of the metric filters of its Logs, in the order of botocore's models.
 */
export const METRIC_UNITS = [
  ...['Seconds', 'Microseconds', 'Milliseconds'],
  ...['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes'],
  ...['Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits', 'Percent', 'Count'],
  ...['Bytes/Second', 'Kilobytes/Second', 'Megabytes/Second', 'Gigabytes/Second', 'Terabytes/Second'],
  ...['Bits/Second', 'Kilobits/Second', 'Megabits/Second', 'Gigabits/Second', 'Terabits/Second'],
  ...['Count/Second', 'None'],
];
