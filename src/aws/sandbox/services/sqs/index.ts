import type { SimulatedService } from '../../operation/index.ts';
import { sqsErrors } from './sqs-errors.ts';

export const sqs: SimulatedService = {
  errors: sqsErrors,
  resources: [
    {
      load: () => import(/* webpackChunkName: "sqs" */ './queues.ts'),
      names: [
        'CreateQueue',
        'DeleteQueue',
        'GetQueueAttributes',
        'GetQueueUrl',
        'ListDeadLetterSourceQueues',
        'ListQueues',
        'PurgeQueue',
        'SetQueueAttributes',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "sqs" */ './queue-tags.ts'),
      names: ['ListQueueTags', 'TagQueue', 'UntagQueue'],
    },
    {
      load: () => import(/* webpackChunkName: "sqs" */ './send.ts'),
      names: ['SendMessage', 'SendMessageBatch'],
    },
    { load: () => import(/* webpackChunkName: "sqs" */ './receive.ts'), names: ['ReceiveMessage'] },
    {
      load: () => import(/* webpackChunkName: "sqs" */ './receipts.ts'),
      names: [
        'ChangeMessageVisibility',
        'ChangeMessageVisibilityBatch',
        'DeleteMessage',
        'DeleteMessageBatch',
      ],
    },
  ],
};
