import type { SimulatedService } from '../../operation/index.ts';
import { enabledRules } from './events-state.ts';

const loadActs = () => import(/* webpackChunkName: "events" */ './schedule.ts');

export const events: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "events" */ './event-buses.ts'),
      names: [
        'CreateEventBus',
        'DeleteEventBus',
        'DescribeEventBus',
        'ListEventBuses',
        'PutPermission',
        'RemovePermission',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "events" */ './rules.ts'),
      names: [
        'DeleteRule',
        'DescribeRule',
        'DisableRule',
        'EnableRule',
        'ListRuleNamesByTarget',
        'ListRules',
        'PutRule',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "events" */ './targets.ts'),
      names: ['ListTargetsByRule', 'PutTargets', 'RemoveTargets'],
    },
    {
      load: () => import(/* webpackChunkName: "events" */ './put-events.ts'),
      names: ['PutEvents', 'TestEventPattern'],
    },
    {
      load: () => import(/* webpackChunkName: "events" */ './event-tags.ts'),
      names: ['ListTagsForResource', 'TagResource', 'UntagResource'],
    },
  ],
  // Without a rule nothing is loaded.
  onEvent: async (event, context) => {
    if (enabledRules(context.state).some(({ rule }) => rule.pattern !== undefined))
      await (await loadActs()).takeAccountEvent(event, context);
  },
  onTime: async (context) => {
    if (enabledRules(context.state).some(({ rule }) => rule.schedule !== undefined))
      await (await loadActs()).fireScheduledRules(context);
  },
};
