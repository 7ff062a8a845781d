import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  Tag,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-sns';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { checkArn, onTopic, topicTagConditions } from './find-topic.ts';
import { snsOf, type TopicRecord } from './sns-state.ts';
import { checkTags } from './topic-attributes.ts';

export default {
  ListTagsForResource: defineOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>({
    reads: ['ResourceArn'],
    access: onTopic('ListTagsForResource', 'ResourceArn'),
    handle: (context) => ({
      Tags: [...taggedTopic(context).tags].map(([Key, Value]) => ({ Key, Value })),
    }),
  }),
  TagResource: defineOperation<TagResourceRequest, object>({
    reads: ['ResourceArn', 'Tags'],
    access: {
      ...onTopic<TagResourceRequest>('TagResource', 'ResourceArn'),
      conditions: ({ input, state }) => ({
        ...topicTagConditions(state, input.ResourceArn ?? ''),
        ...requestTagConditions(input.Tags),
      }),
    },
    handle: (context) => {
      const { tags } = taggedTopic(context);
      const added = tagsOf(context.input.Tags);
      checkTags(new Map([...tags, ...added]));
      for (const [key, value] of added) tags.set(key, value);
      return {};
    },
  }),
  UntagResource: defineOperation<UntagResourceRequest, object>({
    reads: ['ResourceArn', 'TagKeys'],
    access: {
      ...onTopic<UntagResourceRequest>('UntagResource', 'ResourceArn'),
      conditions: ({ input, state }) => ({
        ...topicTagConditions(state, input.ResourceArn ?? ''),
        'aws:TagKeys': input.TagKeys,
      }),
    },
    handle: (context) => {
      const { tags } = taggedTopic(context);
      for (const key of context.input.TagKeys ?? []) tags.delete(key);
      return {};
    },
  }),
};

function taggedTopic(context: OperationContext<{ readonly ResourceArn: string | undefined }>): TopicRecord {
  const { ResourceArn = '' } = context.input;
  checkArn(ResourceArn, context, 'ResourceArn');
  const topic = snsOf(context.state).topics.get(ResourceArn);
  if (!topic) throw new ServiceError(404, 'ResourceNotFoundException', 'Resource does not exist');
  return topic;
}

/** Tags of a request by their keys. */
export function tagsOf(tags: readonly Tag[] | undefined): Map<string, string> {
  return new Map((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}
