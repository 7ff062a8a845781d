import type {
  ListQueueTagsRequest,
  ListQueueTagsResult,
  TagQueueRequest,
  UntagQueueRequest,
} from '@aws-sdk/client-sqs';
import { defineOperation } from '../../operation/index.ts';
import { findQueue, onQueue } from './find-queue.ts';
import { invalidSqsParameter } from './sqs-errors.ts';

/** API reference, TagQueue: "maximum number of tags per queue: 50". */
const MOST_TAGS = 50;

export default {
  ListQueueTags: defineOperation<ListQueueTagsRequest, ListQueueTagsResult>({
    reads: ['QueueUrl'],
    access: onQueue('ListQueueTags'),
    handle: (context) => {
      const { tags } = findQueue(context);
      return tags.size > 0 ? { Tags: Object.fromEntries(tags) } : {};
    },
  }),
  TagQueue: defineOperation<TagQueueRequest, object>({
    reads: ['QueueUrl', 'Tags'],
    access: onQueue('TagQueue'),
    handle: (context) => {
      const { tags } = findQueue(context);
      const added = new Map([...tags, ...Object.entries(context.input.Tags ?? {})]);
      // Our wording.
      if (added.size > MOST_TAGS)
        throw invalidSqsParameter(`Too many tags: a queue has at most ${MOST_TAGS}.`);
      for (const [key, value] of Object.entries(context.input.Tags ?? {})) tags.set(key, value);
      return {};
    },
  }),
  UntagQueue: defineOperation<UntagQueueRequest, object>({
    reads: ['QueueUrl', 'TagKeys'],
    access: onQueue('UntagQueue'),
    handle: (context) => {
      const { tags } = findQueue(context);
      for (const key of context.input.TagKeys ?? []) tags.delete(key);
      return {};
    },
  }),
};
