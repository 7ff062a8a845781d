import type {
  CreateTopicInput,
  CreateTopicResponse,
  DeleteTopicInput,
  GetTopicAttributesInput,
  GetTopicAttributesResponse,
  ListTopicsInput,
  ListTopicsResponse,
  SetTopicAttributesInput,
} from '@aws-sdk/client-sns';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext, paginate, sortedBy } from '../../operation/index.ts';
import { checkArn, findTopic, onTopic, policyOf, topicArn } from './find-topic.ts';
import { invalidParameter } from './sns-errors.ts';
import { snsOf, subscriptionsTo, type TopicRecord } from './sns-state.ts';
import { checkAttribute, checkTags, topicAttribute, topicAttributes } from './topic-attributes.ts';
import { tagsOf } from './topic-tags.ts';

const NAME = /^[\w-]{1,256}$/;
const FIFO_NAME = /^[\w-]{1,251}\.fifo$/;
/** "Each call returns a limited list of topics, up to 100" (API reference). */
const PAGE = 100;

export default {
  CreateTopic: defineOperation<CreateTopicInput, CreateTopicResponse>({
    reads: ['Name', 'Attributes', 'Tags'],
    access: {
      action: 'sns:CreateTopic',
      resource: ({ input, state, region }) => topicArn(region, state, input.Name ?? ''),
      namesResource: true,
      policy: ({ input, state, region }) => policyOf(state, topicArn(region, state, input.Name ?? '')),
      conditions: ({ input }) => requestTagConditions(input.Tags),
    },
    handle: (context) => ({ TopicArn: (sameTopic(context) ?? makeTopic(context)).arn }),
  }),
  DeleteTopic: defineOperation<DeleteTopicInput, object>({
    reads: ['TopicArn'],
    access: onTopic('DeleteTopic', 'TopicArn'),
    handle: (context) => {
      const { TopicArn = '' } = context.input;
      checkArn(TopicArn, context, 'TopicArn');
      snsOf(context.state).topics.delete(TopicArn);
      return {};
    },
  }),
  ListTopics: defineOperation<ListTopicsInput, ListTopicsResponse>({
    reads: ['NextToken'],
    access: {
      action: 'sns:ListTopics',
      resource: ({ state, region }) => topicArn(region, state, '*'),
      namesResource: true,
    },
    handle: ({ input, state, region }) => {
      const own = [...snsOf(state).topics.values()].filter((topic) => topic.region === region);
      const sorted = sortedBy(own, ({ arn }) => arn);
      const page = paginate(sorted, ({ arn }) => arn, PAGE, input.NextToken);
      if (!page) throw invalidParameter('NextToken');
      return { Topics: page.items.map(({ arn }) => ({ TopicArn: arn })), NextToken: page.next };
    },
  }),
  GetTopicAttributes: defineOperation<GetTopicAttributesInput, GetTopicAttributesResponse>({
    reads: ['TopicArn'],
    access: onTopic('GetTopicAttributes', 'TopicArn'),
    handle: (context) => ({
      Attributes: topicAttributes(findTopic(context.input.TopicArn, context), context.state),
    }),
  }),
  SetTopicAttributes: defineOperation<SetTopicAttributesInput, object>({
    reads: ['TopicArn', 'AttributeName', 'AttributeValue'],
    access: onTopic('SetTopicAttributes', 'TopicArn'),
    handle: (context) => {
      const { TopicArn, AttributeName = '', AttributeValue = '' } = context.input;
      const topic = findTopic(TopicArn, context);
      checkAttribute(AttributeName, AttributeValue, topic.fifo, 'SetTopicAttributes');
      if (AttributeValue === '') topic.attributes.delete(AttributeName);
      else topic.attributes.set(AttributeName, AttributeValue);
      return {};
    },
  }),
};

type CreateContext = OperationContext<CreateTopicInput>;

/** The topic of that name, where nothing is asked that it does not have: to create it once more is no error. */
function sameTopic({ input, state, region }: CreateContext): TopicRecord | undefined {
  checkName(input);
  const topic = snsOf(state).topics.get(topicArn(region, state, input.Name ?? ''));
  if (!topic) return undefined;
  const differs = Object.entries(input.Attributes ?? {}).some(
    ([name, value]) => name !== 'FifoTopic' && topicAttribute(topic, name) !== value,
  );
  if (differs) throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
  if ([...tagsOf(input.Tags)].some(([key, value]) => topic.tags.get(key) !== value))
    throw invalidParameter('Tags Reason: Topic already exists with different tags');
  return topic;
}

function makeTopic({ input, state, region }: CreateContext): TopicRecord {
  const { FifoTopic, ...attributes } = input.Attributes ?? {};
  const fifo = FifoTopic === 'true';
  for (const [name, value = ''] of Object.entries(attributes))
    checkAttribute(name, value, fifo, 'CreateTopic');
  const tags = tagsOf(input.Tags);
  checkTags(tags);
  const { topics, subscriptions } = snsOf(state);
  const arn = topicArn(region, state, input.Name ?? '');
  // Subscriptions to a deleted topic of this name do not go over to the new one.
  for (const { arn: old } of subscriptionsTo(arn, state)) subscriptions.delete(old);
  const set = Object.entries(attributes).map(([name, value = '']): [string, string] => [name, value]);
  const topic = { arn, region, fifo, attributes: new Map(set), tags };
  const made: TopicRecord = { ...topic, ended: 0, sequence: 0, publishedOnce: new Map() };
  topics.set(arn, made);
  return made;
}

function checkName({ Name = '', Attributes }: CreateTopicInput): void {
  const fifo = Attributes?.FifoTopic === 'true';
  if (!(fifo ? FIFO_NAME : NAME).test(Name)) throw invalidParameter('Topic Name');
}
