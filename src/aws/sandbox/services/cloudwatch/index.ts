import type { SimulatedService } from '../../operation/index.ts';
import { alarmsOf } from './alarm-state.ts';

export const cloudwatch: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "cloudwatch" */ './put-metric-data.ts'),
      names: ['PutMetricData'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudwatch" */ './read-metrics.ts'),
      names: ['GetMetricData', 'GetMetricStatistics', 'ListMetrics'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudwatch" */ './put-metric-alarm.ts'),
      names: ['PutMetricAlarm'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudwatch" */ './describe-alarms.ts'),
      names: ['DescribeAlarms', 'DescribeAlarmsForMetric'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudwatch" */ './alarm-history.ts'),
      names: ['DescribeAlarmHistory'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudwatch" */ './alarms.ts'),
      names: ['DeleteAlarms', 'DisableAlarmActions', 'EnableAlarmActions', 'SetAlarmState'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudwatch" */ './alarm-tags.ts'),
      names: ['ListTagsForResource', 'TagResource', 'UntagResource'],
    },
  ],
  receive: async (message) =>
    message.headers.get('content-encoding') === 'gzip'
      ? (await import(/* webpackChunkName: "cloudwatch" */ './unzip-body.ts')).unzipBody(message)
      : message,
  // Without an alarm nothing is loaded.
  onTime: async (context) => {
    if (alarmsOf(context.state).length > 0)
      await (await import(/* webpackChunkName: "cloudwatch" */ './evaluate-alarms.ts')).evaluateAlarms(
        context,
      );
  },
};
