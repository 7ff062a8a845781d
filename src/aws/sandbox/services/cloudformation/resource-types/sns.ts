import {
  booleanValue,
  documentText,
  json,
  list,
  object,
  replaced,
  tagList,
  text,
  textAt,
  updated,
} from './properties.ts';
import { changeTags, tagsIn } from './resource-tags.ts';
import type { ResourceContext, ResourceType, Values } from './types.ts';

const TOPIC_ATTRIBUTES = ['DisplayName', 'KmsMasterKeyId', 'ContentBasedDeduplication'];

const topic: ResourceType = {
  properties: {
    TopicName: replaced(text),
    FifoTopic: replaced(booleanValue),
    ContentBasedDeduplication: updated(booleanValue),
    DisplayName: updated(text),
    KmsMasterKeyId: updated(text),
    Subscription: updated(list(object({ Endpoint: text, Protocol: text }, ['Endpoint', 'Protocol']))),
    Tags: updated(tagList),
  },
  others:
    'ArchivePolicy DataProtectionPolicy DeliveryStatusLogging FifoThroughputScope SignatureVersion TracingConfig',
  attributes: ['TopicArn', 'TopicName'],
  nameProperty: 'TopicName',
  create: async (values, context) => {
    const suffix = values.FifoTopic === true ? '.fifo' : '';
    const Name = String(values.TopicName ?? context.newName(256 - suffix.length) + suffix);
    const Attributes = Object.fromEntries(
      ['FifoTopic', ...TOPIC_ATTRIBUTES].flatMap((name) =>
        values[name] === undefined || (name === 'FifoTopic' && !suffix) ? [] : [[name, String(values[name])]],
      ),
    );
    const Tags = tagsIn(values);
    const answer = await context.call('sns', 'CreateTopic', {
      Name,
      Attributes,
      ...(Tags.length > 0 && { Tags }),
    });
    const arn = textAt(answer, 'TopicArn');
    await subscribe(arn, subscriptionsOf(values), context);
    return { id: arn, attributes: { TopicArn: arn, TopicName: Name } };
  },
  updates: [
    async ({ id, before, after }, context) => {
      const { call } = context;
      for (const AttributeName of TOPIC_ATTRIBUTES)
        if (before[AttributeName] !== after[AttributeName])
          await call('sns', 'SetTopicAttributes', {
            TopicArn: id,
            AttributeName,
            AttributeValue: String(after[AttributeName] ?? ''),
          });
      const key = (one: Values) => `${one.Protocol} ${one.Endpoint}`;
      const old = subscriptionsOf(before).map(key);
      await subscribe(
        id,
        subscriptionsOf(after).filter((one) => !old.includes(key(one))),
        context,
      );
      await changeTags(
        { before, after },
        (Tags) => call('sns', 'TagResource', { ResourceArn: id, Tags }),
        (TagKeys) => call('sns', 'UntagResource', { ResourceArn: id, TagKeys }),
      );
    },
  ],
  delete: async (id, _, { call }) => void (await call('sns', 'DeleteTopic', { TopicArn: id })),
};

const subscriptionsOf = ({ Subscription = [] }: Values) => Subscription as readonly Values[];

async function subscribe(
  TopicArn: string,
  list: readonly Values[],
  { call }: ResourceContext,
): Promise<void> {
  for (const { Protocol, Endpoint } of list) await call('sns', 'Subscribe', { TopicArn, Protocol, Endpoint });
}

/** Properties that are attributes of a subscription, by the same names. */
const SUBSCRIPTION_ATTRIBUTES = ['FilterPolicy', 'FilterPolicyScope', 'RawMessageDelivery', 'RedrivePolicy'];

const subscription: ResourceType = {
  properties: {
    TopicArn: replaced(text),
    Protocol: replaced(text),
    Endpoint: replaced(text),
    FilterPolicy: updated(json),
    FilterPolicyScope: updated(text),
    RawMessageDelivery: updated(booleanValue),
    RedrivePolicy: updated(json),
  },
  required: ['TopicArn', 'Protocol'],
  others: 'DeliveryPolicy Region ReplayPolicy SubscriptionRoleArn',
  attributes: ['Arn'],
  create: async (values, { call }) => {
    const { TopicArn, Protocol, Endpoint } = values;
    const Attributes = Object.fromEntries(
      SUBSCRIPTION_ATTRIBUTES.flatMap((name) =>
        values[name] === undefined ? [] : [[name, documentText(values[name])]],
      ),
    );
    const input = { TopicArn, Protocol, Endpoint, Attributes, ReturnSubscriptionArn: true };
    const arn = textAt(await call('sns', 'Subscribe', input), 'SubscriptionArn');
    return { id: arn, attributes: { Arn: arn } };
  },
  updates: [
    async ({ id, before, after }, { call }) => {
      for (const AttributeName of SUBSCRIPTION_ATTRIBUTES)
        if (documentText(before[AttributeName] ?? '') !== documentText(after[AttributeName] ?? ''))
          await call('sns', 'SetSubscriptionAttributes', {
            SubscriptionArn: id,
            AttributeName,
            AttributeValue: documentText(
              after[AttributeName] ?? (AttributeName === 'RawMessageDelivery' ? 'false' : '{}'),
            ),
          });
    },
  ],
  delete: async (id, _, { call }) => void (await call('sns', 'Unsubscribe', { SubscriptionArn: id })),
};

export default { 'AWS::SNS::Topic': topic, 'AWS::SNS::Subscription': subscription };
