import {
  booleanValue,
  documentText,
  integerValue,
  json,
  list,
  replaced,
  sameValue,
  tagList,
  text,
  textAt,
  updated,
} from './properties.ts';
import { changeTags, tagMapIn } from './resource-tags.ts';
import type { ResourceContext, ResourceType, Values } from './types.ts';

/** Properties that are attributes of the queue by other names or the same. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  ContentBasedDeduplication: 'ContentBasedDeduplication',
  DeduplicationScope: 'DeduplicationScope',
  DelaySeconds: 'DelaySeconds',
  FifoQueue: 'FifoQueue',
  FifoThroughputLimit: 'FifoThroughputLimit',
  KmsDataKeyReusePeriodSeconds: 'KmsDataKeyReusePeriodSeconds',
  KmsMasterKeyId: 'KmsMasterKeyId',
  MaximumMessageSize: 'MaximumMessageSize',
  MessageRetentionPeriod: 'MessageRetentionPeriod',
  ReceiveMessageWaitTimeSeconds: 'ReceiveMessageWaitTimeSeconds',
  RedriveAllowPolicy: 'RedriveAllowPolicy',
  RedrivePolicy: 'RedrivePolicy',
  SqsManagedSseEnabled: 'SqsManagedSseEnabled',
  VisibilityTimeout: 'VisibilityTimeout',
};

/** Values that a queue has without the property (SQS API reference, SetQueueAttributes); all others are empty. */
const DEFAULTS: Readonly<Record<string, string>> = {
  DelaySeconds: '0',
  MaximumMessageSize: '262144',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
  VisibilityTimeout: '30',
};

const queue: ResourceType = {
  properties: {
    QueueName: replaced(text),
    FifoQueue: replaced(booleanValue),
    ContentBasedDeduplication: updated(booleanValue),
    DeduplicationScope: updated(text),
    DelaySeconds: updated(integerValue),
    FifoThroughputLimit: updated(text),
    KmsDataKeyReusePeriodSeconds: updated(integerValue),
    KmsMasterKeyId: updated(text),
    MaximumMessageSize: updated(integerValue),
    MessageRetentionPeriod: updated(integerValue),
    ReceiveMessageWaitTimeSeconds: updated(integerValue),
    RedriveAllowPolicy: updated(json),
    RedrivePolicy: updated(json),
    SqsManagedSseEnabled: updated(booleanValue),
    VisibilityTimeout: updated(integerValue),
    Tags: updated(tagList),
  },
  attributes: ['Arn', 'QueueName', 'QueueUrl'],
  nameProperty: 'QueueName',
  create: async (values, context) => {
    const suffix = values.FifoQueue === true ? '.fifo' : '';
    const name = String(values.QueueName ?? context.newName(80 - suffix.length) + suffix);
    const tags = tagMapIn(values);
    const answer = await context.call('sqs', 'CreateQueue', {
      QueueName: name,
      Attributes: attributesOf(values),
      ...(Object.keys(tags).length > 0 && { tags }),
    });
    const url = textAt(answer, 'QueueUrl');
    const arn = `arn:aws:sqs:${context.region}:${context.account}:${name}`;
    return { id: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
  },
  updates: [
    async ({ id, before, after }, { call }) => {
      const old = attributesOf(before);
      const now = attributesOf(after);
      const changed = Object.keys({ ...old, ...now }).filter((name) => old[name] !== now[name]);
      const Attributes = Object.fromEntries(changed.map((name) => [name, now[name] ?? DEFAULTS[name] ?? '']));
      if (changed.length > 0) await call('sqs', 'SetQueueAttributes', { QueueUrl: id, Attributes });
      await changeTags(
        { before, after },
        (set) =>
          call('sqs', 'TagQueue', {
            QueueUrl: id,
            Tags: Object.fromEntries(set.map(({ Key, Value }) => [Key, Value])),
          }),
        (TagKeys) => call('sqs', 'UntagQueue', { QueueUrl: id, TagKeys }),
      );
    },
  ],
  delete: async (id, _, { call }) => void (await call('sqs', 'DeleteQueue', { QueueUrl: id })),
};

function attributesOf(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ATTRIBUTES).flatMap(([property, name]) => {
      const value = values[property];
      if (value === undefined || (property === 'FifoQueue' && value === false)) return [];
      return [[name, documentText(value)]];
    }),
  );
}

const queuePolicy: ResourceType = {
  properties: { Queues: updated(list(text)), PolicyDocument: updated(json) },
  required: ['Queues', 'PolicyDocument'],
  attributes: ['Id'],
  create: async (values, context) => {
    await setPolicy(queuesOf(values), documentText(values.PolicyDocument), context);
    const id = context.newName(80);
    return { id, attributes: { Id: id } };
  },
  updates: [
    async ({ before, after }, context) => {
      const gone = queuesOf(before).filter((url) => !queuesOf(after).includes(url));
      await setPolicy(gone, '', context);
      if (!sameValue(before, after))
        await setPolicy(queuesOf(after), documentText(after.PolicyDocument), context);
    },
  ],
  delete: (_, values, context) => setPolicy(queuesOf(values), '', context),
};

const queuesOf = ({ Queues }: Values): readonly string[] => Queues as readonly string[];

async function setPolicy(urls: readonly string[], Policy: string, { call }: ResourceContext): Promise<void> {
  for (const QueueUrl of urls) await call('sqs', 'SetQueueAttributes', { QueueUrl, Attributes: { Policy } });
}

export default { 'AWS::SQS::Queue': queue, 'AWS::SQS::QueuePolicy': queuePolicy };
