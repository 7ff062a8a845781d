import type { Service } from '../../operation/index.ts';
import { sqsErrors } from './sqs-errors.ts';

export const sqs: Service = {
  errors: sqsErrors,
  resources: [
    {
      load: () => import('./queues.ts'),
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
    { load: () => import('./queue-tags.ts'), names: ['ListQueueTags', 'TagQueue', 'UntagQueue'] },
    { load: () => import('./send.ts'), names: ['SendMessage', 'SendMessageBatch'] },
    { load: () => import('./receive.ts'), names: ['ReceiveMessage'] },
    {
      load: () => import('./receipts.ts'),
      names: [
        'ChangeMessageVisibility',
        'ChangeMessageVisibilityBatch',
        'DeleteMessage',
        'DeleteMessageBatch',
      ],
    },
  ],
};
