import type { SimulatedService } from '../../operation/index.ts';
import { logsErrors } from './logs-errors.ts';

export const logs: SimulatedService = {
  errors: logsErrors,
  resources: [
    {
      load: () => import(/* webpackChunkName: "logs" */ './log-groups.ts'),
      names: [
        'AssociateKmsKey',
        'CreateLogGroup',
        'DeleteLogGroup',
        'DeleteRetentionPolicy',
        'DescribeLogGroups',
        'DisassociateKmsKey',
        'PutRetentionPolicy',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "logs" */ './log-streams.ts'),
      names: ['CreateLogStream', 'DeleteLogStream', 'DescribeLogStreams'],
    },
    { load: () => import(/* webpackChunkName: "logs" */ './put-log-events.ts'), names: ['PutLogEvents'] },
    {
      load: () => import(/* webpackChunkName: "logs" */ './read-log-events.ts'),
      names: ['FilterLogEvents', 'GetLogEvents'],
    },
    {
      load: () => import(/* webpackChunkName: "logs" */ './test-filters.ts'),
      names: ['TestMetricFilter'],
    },
    {
      load: () => import(/* webpackChunkName: "logs" */ './metric-filters.ts'),
      names: ['DeleteMetricFilter', 'DescribeMetricFilters', 'PutMetricFilter'],
    },
    {
      load: () => import(/* webpackChunkName: "logs" */ './log-tags.ts'),
      names: [
        'ListTagsForResource',
        'ListTagsLogGroup',
        'TagLogGroup',
        'TagResource',
        'UntagLogGroup',
        'UntagResource',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "logs" */ './resource-policies.ts'),
      names: ['DeleteResourcePolicy', 'DescribeResourcePolicies', 'PutResourcePolicy'],
    },
  ],
};
