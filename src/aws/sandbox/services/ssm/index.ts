import type { SimulatedService } from '../../operation/index.ts';

/** Systems Manager: Parameter Store only. */
export const ssm: SimulatedService = {
  resources: [
    { load: () => import(/* webpackChunkName: "ssm" */ './put.ts'), names: ['PutParameter'] },
    {
      load: () => import(/* webpackChunkName: "ssm" */ './read.ts'),
      names: ['GetParameter', 'GetParameters', 'GetParametersByPath'],
    },
    {
      load: () => import(/* webpackChunkName: "ssm" */ './describe-parameter.ts'),
      names: ['DescribeParameters', 'GetParameterHistory'],
    },
    {
      load: () => import(/* webpackChunkName: "ssm" */ './delete.ts'),
      names: ['DeleteParameter', 'DeleteParameters'],
    },
    {
      load: () => import(/* webpackChunkName: "ssm" */ './labels.ts'),
      names: ['LabelParameterVersion', 'UnlabelParameterVersion'],
    },
    {
      load: () => import(/* webpackChunkName: "ssm" */ './tags.ts'),
      names: ['AddTagsToResource', 'ListTagsForResource', 'RemoveTagsFromResource'],
    },
  ],
};
