import type { SimulatedService } from '../../operation/index.ts';
import { snsErrors } from './sns-errors.ts';

export const sns: SimulatedService = {
  errors: snsErrors,
  resources: [
    {
      load: () => import(/* webpackChunkName: "sns" */ './topics.ts'),
      names: ['CreateTopic', 'DeleteTopic', 'GetTopicAttributes', 'ListTopics', 'SetTopicAttributes'],
    },
    {
      load: () => import(/* webpackChunkName: "sns" */ './permissions.ts'),
      names: ['AddPermission', 'RemovePermission'],
    },
    {
      load: () => import(/* webpackChunkName: "sns" */ './topic-tags.ts'),
      names: ['ListTagsForResource', 'TagResource', 'UntagResource'],
    },
    {
      load: () => import(/* webpackChunkName: "sns" */ './subscriptions.ts'),
      names: [
        'ConfirmSubscription',
        'GetSubscriptionAttributes',
        'ListSubscriptions',
        'ListSubscriptionsByTopic',
        'SetSubscriptionAttributes',
        'Subscribe',
        'Unsubscribe',
      ],
    },
    { load: () => import(/* webpackChunkName: "sns" */ './publish.ts'), names: ['Publish', 'PublishBatch'] },
  ],
};
