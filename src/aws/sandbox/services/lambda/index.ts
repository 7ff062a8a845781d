import type { SimulatedService } from '../../operation/index.ts';
import { hasRetries } from './event-queue.ts';
import { hasEventSources } from './event-source-state.ts';
import { policyOfFunction } from './function-policy.ts';

export const lambda: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "lambda" */ './functions.ts'),
      names: ['CreateFunction', 'DeleteFunction', 'GetFunction', 'GetFunctionConfiguration', 'ListFunctions'],
    },
    {
      load: () => import(/* webpackChunkName: "lambda" */ './function-updates.ts'),
      names: ['UpdateFunctionCode', 'UpdateFunctionConfiguration'],
    },
    {
      load: () => import(/* webpackChunkName: "lambda" */ './versions.ts'),
      names: ['ListVersionsByFunction', 'PublishVersion'],
    },
    {
      load: () => import(/* webpackChunkName: "lambda" */ './aliases.ts'),
      names: ['CreateAlias', 'DeleteAlias', 'GetAlias', 'ListAliases', 'UpdateAlias'],
    },
    {
      load: () => import(/* webpackChunkName: "lambda" */ './function-permissions.ts'),
      names: ['AddPermission', 'GetPolicy', 'RemovePermission'],
    },
    {
      load: () => import(/* webpackChunkName: "lambda" */ './function-tags.ts'),
      names: ['ListTags', 'TagResource', 'UntagResource'],
    },
    {
      load: () => import(/* webpackChunkName: "lambda" */ './function-concurrency.ts'),
      names: [
        'DeleteFunctionConcurrency',
        'GetAccountSettings',
        'GetFunctionConcurrency',
        'PutFunctionConcurrency',
      ],
    },
    { load: () => import(/* webpackChunkName: "lambda" */ './invoke.ts'), names: ['Invoke'] },
    {
      load: () => import(/* webpackChunkName: "lambda" */ './event-source-mappings.ts'),
      names: [
        'CreateEventSourceMapping',
        'DeleteEventSourceMapping',
        'GetEventSourceMapping',
        'ListEventSourceMappings',
        'UpdateEventSourceMapping',
      ],
    },
  ],
  policyOn: policyOfFunction,
  onTime: async (context) => {
    if (hasRetries(context)) {
      const { runRetries } = await import(/* webpackChunkName: "lambda" */ './event-invocations.ts');
      await runRetries(context);
    }
    if (hasEventSources(context)) {
      const { pollEventSources } = await import(/* webpackChunkName: "lambda" */ './poll-event-sources.ts');
      await pollEventSources(context);
    }
  },
};
