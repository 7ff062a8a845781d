import type { Service } from '../../operation/index.ts';
import { snsErrors } from './sns-errors.ts';

export const sns: Service = {
  errors: snsErrors,
  resources: [
    {
      load: () => import('./topics.ts'),
      names: ['CreateTopic', 'DeleteTopic', 'GetTopicAttributes', 'ListTopics', 'SetTopicAttributes'],
    },
    { load: () => import('./permissions.ts'), names: ['AddPermission', 'RemovePermission'] },
    { load: () => import('./topic-tags.ts'), names: ['ListTagsForResource', 'TagResource', 'UntagResource'] },
    {
      load: () => import('./subscriptions.ts'),
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
    { load: () => import('./publish.ts'), names: ['Publish', 'PublishBatch'] },
  ],
};
