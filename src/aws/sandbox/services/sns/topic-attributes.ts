import { type AccountState, parameterNotSimulated, ServiceError } from '../../operation/index.ts';
import { invalidParameter } from './sns-errors.ts';
import { subscriptionsTo, type TopicRecord } from './sns-state.ts';
import { checkTopicPolicy, policyTextOf } from './topic-policy.ts';

interface AttributeRule {
  readonly values?: readonly string[];
  readonly fifoOnly?: boolean;
  readonly initial?: string;
}

const flag = ['true', 'false'];

/** Attributes that can be set. Source: API reference, SetTopicAttributes. */
const rules: Readonly<Record<string, AttributeRule>> = {
  DisplayName: {},
  Policy: {},
  KmsMasterKeyId: {},
  SignatureVersion: { values: ['1', '2'] },
  TracingConfig: { values: ['PassThrough', 'Active'] },
  ContentBasedDeduplication: { values: flag, fifoOnly: true, initial: 'false' },
  FifoThroughputScope: { values: ['Topic', 'MessageGroup'], fifoOnly: true, initial: 'Topic' },
};

/** Attributes that the sandbox does not act upon: deliveries over HTTP, logs of deliveries, archives. */
const NOT_SIMULATED =
  /^(DeliveryPolicy|ArchivePolicy|(HTTP|Firehose|Lambda|SQS|Application)(SuccessFeedbackRoleArn|SuccessFeedbackSampleRate|FailureFeedbackRoleArn))$/;

/**
 * Checks an attribute of a topic that is to be set. Throws InvalidParameter.
 * The texts for names are AWS's, those for values are ours.
 */
export function checkAttribute(name: string, value: string, fifo: boolean, operation: string): void {
  if (NOT_SIMULATED.test(name)) throw parameterNotSimulated('sns', operation, name);
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule || (rule.fifoOnly && !fifo)) throw invalidParameter('AttributeName');
  if (rule.values && !rule.values.includes(value))
    throw invalidParameter(`${name} Reason: must be one of ${rule.values.join(', ')}`);
  if (name === 'DisplayName' && (value.length > 100 || /[\n\r]/.test(value)))
    throw invalidParameter('DisplayName');
  if (name === 'Policy' && value !== '') checkTopicPolicy(value);
}

/** The value that holds for a topic. */
export function topicAttribute({ attributes }: TopicRecord, name: string): string | undefined {
  return attributes.get(name) ?? rules[name]?.initial;
}

/** How SNS delivers over HTTP where no topic says otherwise; as recorded on AWS. */
const DELIVERY = JSON.stringify({
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: 'linear',
    },
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
  },
});

/** All attributes of a topic, in the order of the examples in the CLI's reference. */
export function topicAttributes(topic: TopicRecord, state: AccountState): Record<string, string> {
  const subscriptions = subscriptionsTo(topic.arn, state);
  const confirmed = subscriptions.filter((one) => one.confirmed).length;
  const optional = Object.keys(rules).flatMap((name): [string, string][] => {
    const value = topicAttribute(topic, name);
    const isShown = value !== undefined && (topic.fifo || !rules[name]?.fifoOnly);
    return isShown && name !== 'Policy' && name !== 'DisplayName' ? [[name, value]] : [];
  });
  return {
    Policy: policyTextOf(topic, state.account.id),
    Owner: state.account.id,
    SubscriptionsPending: String(subscriptions.length - confirmed),
    TopicArn: topic.arn,
    EffectiveDeliveryPolicy: DELIVERY,
    SubscriptionsConfirmed: String(confirmed),
    DisplayName: topic.attributes.get('DisplayName') ?? '',
    SubscriptionsDeleted: String(topic.ended),
    ...(topic.fifo && { FifoTopic: 'true' }),
    ...Object.fromEntries(optional),
  };
}

/** Refuses tags that are too many or that AWS keeps for itself. */
export function checkTags(tags: ReadonlyMap<string, string>): void {
  // API reference, TagResource: "Topics are limited to 50 user-created tags"; wordings are ours.
  if (tags.size > 50)
    throw new ServiceError(
      400,
      'TagLimitExceededException',
      'Could not complete request: tag quota of per resource exceeded',
    );
  for (const key of tags.keys())
    if (/^aws:/i.test(key) || key.length > 128)
      throw invalidParameter(
        'Tag key Reason: tags that begin with aws: are reserved, keys have at most 128 characters',
      );
}
