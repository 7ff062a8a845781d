import type { SimulatedService } from '../../operation/index.ts';
import { cloudformationErrors } from './cloudformation-errors.ts';
import { busyStacks } from './cloudformation-state.ts';

export const cloudformation: SimulatedService = {
  errors: cloudformationErrors,
  resources: [
    {
      load: () => import(/* webpackChunkName: "cloudformation" */ './stacks.ts'),
      names: [
        'CancelUpdateStack',
        'CreateStack',
        'DeleteStack',
        'UpdateStack',
        'UpdateTerminationProtection',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "cloudformation" */ './describe-stacks.ts'),
      names: ['DescribeStacks', 'ListStacks'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudformation" */ './stack-resources.ts'),
      names: ['DescribeStackEvents', 'DescribeStackResource', 'DescribeStackResources', 'ListStackResources'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudformation" */ './templates.ts'),
      names: ['GetTemplate', 'GetTemplateSummary', 'ValidateTemplate'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudformation" */ './change-sets.ts'),
      names: ['CreateChangeSet', 'DeleteChangeSet', 'ExecuteChangeSet'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudformation" */ './describe-change-sets.ts'),
      names: ['DescribeChangeSet', 'ListChangeSets'],
    },
    {
      load: () => import(/* webpackChunkName: "cloudformation" */ './exports.ts'),
      names: ['ListExports', 'ListImports'],
    },
  ],
  // Without a stack that is being worked on, nothing is loaded.
  onTime: async (context) => {
    const busy = busyStacks(context.state);
    if (busy.length === 0) return;
    const { advanceStacks } = await import(/* webpackChunkName: "cloudformation" */ './deployment/index.ts');
    await advanceStacks(busy, context);
  },
};
