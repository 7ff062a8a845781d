import type {
  CreateQueueRequest,
  CreateQueueResult,
  DeleteQueueRequest,
  GetQueueAttributesRequest,
  GetQueueAttributesResult,
  GetQueueUrlRequest,
  GetQueueUrlResult,
  ListDeadLetterSourceQueuesRequest,
  ListDeadLetterSourceQueuesResult,
  ListQueuesRequest,
  ListQueuesResult,
  PurgeQueueRequest,
  SetQueueAttributesRequest,
} from '@aws-sdk/client-sqs';
import { accountTime } from '../../clock/index.ts';
import {
  defineOperation,
  type OperationContext,
  paginate,
  ServiceError,
  sortedBy,
} from '../../operation/index.ts';
import { findQueue, onName, onQueue, queueArn, queueUrl } from './find-queue.ts';
import { checkAttributes, queueAttribute, queueAttributes, readRedrive } from './queue-attributes.ts';
import { invalidSqsParameter, noSuchQueue } from './sqs-errors.ts';
import { type Queue, sqsOf } from './sqs-state.ts';

const NAME = /^[\w-]{1,80}$/;
const FIFO_NAME = /^[\w-]{1,75}\.fifo$/;
/** "You must wait 60 seconds after deleting a queue" (API reference, CreateQueue); a purge is allowed as often. */
const MINUTE_MS = 60_000;
const MAX_RESULTS = { source: 'API reference, ListQueues', min: 1, max: 1_000 };

export default {
  CreateQueue: defineOperation<CreateQueueRequest, CreateQueueResult>({
    reads: ['QueueName', 'Attributes', 'tags'],
    access: onName('CreateQueue'),
    handle: (context) => ({ QueueUrl: (sameQueue(context) ?? makeQueue(context)).url }),
  }),
  DeleteQueue: defineOperation<DeleteQueueRequest, object>({
    reads: ['QueueUrl'],
    access: onQueue('DeleteQueue'),
    handle: (context) => {
      const queue = findQueue(context);
      const { queues, deleted } = sqsOf(context.state);
      queues.delete(queue.arn);
      deleted.set(queue.arn, context.clock.account().getTime());
      return {};
    },
  }),
  GetQueueUrl: defineOperation<GetQueueUrlRequest, GetQueueUrlResult>({
    reads: ['QueueName', 'QueueOwnerAWSAccountId'],
    access: onName('GetQueueUrl'),
    handle: ({ input, state, region }) => {
      const { QueueName = '', QueueOwnerAWSAccountId: owner = state.account.id } = input;
      const queue = sqsOf(state).queues.get(queueArn(region, state, QueueName));
      if (!queue || owner !== state.account.id) throw noSuchQueue();
      return { QueueUrl: queue.url };
    },
  }),
  ListQueues: defineOperation<ListQueuesRequest, ListQueuesResult>({
    constraints: { MaxResults: MAX_RESULTS },
    reads: ['QueueNamePrefix', 'NextToken'],
    access: {
      action: 'sqs:ListQueues',
      resource: ({ state, region }) => queueArn(region, state, ''),
      namesResource: true,
    },
    handle: ({ input, state, region }) => {
      const { QueueNamePrefix = '', MaxResults, NextToken } = input;
      const found = [...sqsOf(state).queues.values()].filter(
        (queue) => queue.region === region && queue.name.startsWith(QueueNamePrefix),
      );
      const { urls, next } = urlsOf(found, MaxResults, NextToken);
      return urls.length > 0 ? { QueueUrls: urls, NextToken: next } : {};
    },
  }),
  ListDeadLetterSourceQueues: defineOperation<
    ListDeadLetterSourceQueuesRequest,
    ListDeadLetterSourceQueuesResult
  >({
    constraints: { MaxResults: MAX_RESULTS },
    reads: ['QueueUrl', 'NextToken'],
    access: onQueue('ListDeadLetterSourceQueues'),
    handle: (context) => {
      const { arn } = findQueue(context);
      const sources = [...sqsOf(context.state).queues.values()].filter((queue) =>
        queueAttribute(queue, 'RedrivePolicy')?.includes(JSON.stringify(arn)),
      );
      const { urls, next } = urlsOf(sources, context.input.MaxResults, context.input.NextToken);
      return { queueUrls: urls, NextToken: next };
    },
  }),
  PurgeQueue: defineOperation<PurgeQueueRequest, object>({
    reads: ['QueueUrl'],
    access: onQueue('PurgeQueue'),
    handle: (context) => {
      const queue = findQueue(context);
      const now = context.clock.account().getTime();
      if (queue.purged !== undefined && now - queue.purged < MINUTE_MS)
        throw new ServiceError(
          403,
          'PurgeQueueInProgress',
          `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`,
        );
      queue.purged = now;
      queue.messages = [];
      return {};
    },
  }),
  GetQueueAttributes: defineOperation<GetQueueAttributesRequest, GetQueueAttributesResult>({
    reads: ['QueueUrl', 'AttributeNames'],
    access: onQueue('GetQueueAttributes'),
    handle: (context) => {
      const queue = findQueue(context);
      const wanted = context.input.AttributeNames ?? [];
      if (wanted.length === 0) return {};
      return { Attributes: queueAttributes(queue, wanted, context.clock.account().getTime()) };
    },
  }),
  SetQueueAttributes: defineOperation<SetQueueAttributesRequest, object>({
    reads: ['QueueUrl', 'Attributes'],
    access: onQueue('SetQueueAttributes'),
    handle: (context) => {
      const { input, region, state, clock } = context;
      const queue = findQueue(context);
      const given = textsOf(input.Attributes);
      if (queue.fifo && given.FifoQueue === 'false')
        throw new ServiceError(
          400,
          'InvalidAttributeValue',
          'Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.',
        );
      checkAttributes(given, queue.fifo);
      if (given.RedrivePolicy) readRedrive(given.RedrivePolicy, region, state);
      for (const [name, value] of Object.entries(given))
        if (value === '') queue.attributes.delete(name);
        else queue.attributes.set(name, value);
      queue.modified = accountTime(clock);
      return {};
    },
  }),
};

type CreateContext = OperationContext<CreateQueueRequest>;

/** The queue of that name, where it has the same attributes: to create it once more is no error. */
function sameQueue({ input, state, region }: CreateContext): Queue | undefined {
  const queue = sqsOf(state).queues.get(queueArn(region, state, input.QueueName ?? ''));
  if (!queue) return undefined;
  for (const [name, value] of Object.entries(textsOf(input.Attributes)))
    if (queueAttribute(queue, name) !== value)
      throw new ServiceError(
        400,
        'QueueNameExists',
        `A queue already exists with the same name and a different value for attribute ${name}`,
      );
  return queue;
}

function makeQueue({ input, state, region, clock }: CreateContext): Queue {
  const { QueueName: name = '', tags = {} } = input;
  const attributes = textsOf(input.Attributes);
  const fifo = attributes.FifoQueue === 'true';
  checkName(name, fifo);
  checkAttributes(attributes, fifo || attributes.FifoQueue === undefined ? fifo : false);
  if (attributes.RedrivePolicy) readRedrive(attributes.RedrivePolicy, region, state);
  const arn = queueArn(region, state, name);
  const { queues, deleted } = sqsOf(state);
  if (clock.account().getTime() - (deleted.get(arn) ?? Number.NEGATIVE_INFINITY) < MINUTE_MS)
    throw new ServiceError(
      400,
      'QueueDeletedRecently',
      'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
    );
  const created = accountTime(clock);
  const queue: Queue = {
    name,
    region,
    url: queueUrl(region, state, name),
    arn,
    fifo,
    created,
    modified: created,
    attributes: new Map(Object.entries(attributes)),
    tags: new Map(Object.entries(tags)),
    messages: [],
    sentOnce: new Map(),
    sequence: 0,
  };
  queues.set(arn, queue);
  return queue;
}

/** Texts as AWS words them, quoted in public issue threads. */
function checkName(name: string, fifo: boolean): void {
  if (fifo && !FIFO_NAME.test(name))
    throw invalidSqsParameter(
      'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.',
    );
  if (!fifo && !NAME.test(name))
    throw invalidSqsParameter(
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
    );
}

function textsOf(
  attributes: Readonly<Record<string, string | undefined>> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? '']));
}

function urlsOf(queues: readonly Queue[], limit = 1_000, token?: string) {
  const sorted = sortedBy(queues, ({ name }) => name);
  const page = paginate(sorted, ({ name }) => name, limit, token);
  // Our wording: AWS's for a token that it did not give is not known.
  if (!page) throw invalidSqsParameter('Invalid or expired next token.');
  return { urls: page.items.map(({ url }) => url), next: page.next };
}
