import {
  type FilterPolicy,
  type FilterPolicyScope,
  matchesAttributes,
  matchesBody,
  parseFilterPolicy,
} from '../../filter-policy/index.ts';
import { failureOf, type OperationContext, type ServiceError } from '../../operation/index.ts';
import { invokeFunction, sendToQueue } from '../../targets.ts';
import { sendNotification } from './mail.ts';
import { notification, type PublishedMessage, textFor } from './sns-message.ts';
import { type Subscription, subscriptionsTo, type TopicRecord } from './sns-state.ts';
import { deadLetterTarget } from './subscription-attributes.ts';

type Context = Pick<OperationContext<object>, 'state' | 'clock' | 'random' | 'call'>;

/** Delivers a message to the confirmed subscriptions whose filter policies it matches. What cannot be delivered goes to the dead letters, if there is a queue for them. */
export async function deliver(
  message: PublishedMessage,
  topic: TopicRecord,
  context: Context,
): Promise<void> {
  const subscriptions = subscriptionsTo(topic.arn, context.state).filter(
    (one) => one.confirmed && passes(message, one),
  );
  for (const subscription of subscriptions) {
    if (subscription.protocol === 'sqs') await toQueueOrDeadLetters(message, topic, subscription, context);
    else if (subscription.protocol === 'lambda') await toFunction(message, topic, subscription, context);
    else toMail(message, topic, subscription, context);
  }
}

/** A filter policy as it was read for an earlier message. */
interface ReadPolicy {
  readonly text: string;
  readonly scope: FilterPolicyScope;
  readonly policy: FilterPolicy;
}
const readPolicies = new WeakMap<Subscription, ReadPolicy>();

function passes(message: PublishedMessage, subscription: Subscription): boolean {
  const { attributes, protocol } = subscription;
  const text = attributes.get('FilterPolicy');
  if (text === undefined) return true;
  const scope = attributes.get('FilterPolicyScope') === 'MessageBody' ? 'MessageBody' : 'MessageAttributes';
  const policy = filterPolicyOf(subscription, text, scope);
  return scope === 'MessageBody'
    ? matchesBody(policy, textFor(message, protocol))
    : matchesAttributes(policy, message.attributes);
}

/** Reads a policy once, until its subscription has another. */
function filterPolicyOf(subscription: Subscription, text: string, scope: FilterPolicyScope): FilterPolicy {
  const known = readPolicies.get(subscription);
  if (known?.text === text && known.scope === scope) return known.policy;
  const policy = parseFilterPolicy(text, scope);
  readPolicies.set(subscription, { text, scope, policy });
  return policy;
}

function toMail(
  message: PublishedMessage,
  topic: TopicRecord,
  subscription: Subscription,
  context: Context,
): void {
  const { protocol, arn } = subscription;
  const body =
    protocol === 'email'
      ? textFor(message, protocol)
      : notification(message, topic, protocol, arn, context.random);
  sendNotification(subscription, topic, context, { subject: message.subject, body });
}

async function toQueueOrDeadLetters(
  message: PublishedMessage,
  topic: TopicRecord,
  subscription: Subscription,
  context: Context,
): Promise<void> {
  const isRaw = subscription.attributes.get('RawMessageDelivery') === 'true';
  const body = isRaw
    ? textFor(message, 'sqs')
    : notification(message, topic, 'sqs', subscription.arn, context.random);
  const attributes = isRaw ? message.attributes : undefined;
  const send = (queueArn: string) => toQueue(queueArn, body, attributes, message, topic, context);
  if (!(await send(subscription.endpoint))) return;
  const deadLetters = deadLetterTarget(subscription.attributes.get('RedrivePolicy') ?? '{}');
  if (deadLetters) await send(deadLetters);
}

/** Invokes a function, whose policy must allow it to the topic. Developer Guide of Lambda, "Using Lambda with Amazon SNS". */
async function toFunction(
  message: PublishedMessage,
  topic: TopicRecord,
  { arn, endpoint, attributes }: Subscription,
  { call, random }: Context,
): Promise<void> {
  const { SigningCertURL, UnsubscribeURL, ...members } = JSON.parse(
    notification(message, topic, 'lambda', arn, random),
  );
  const urls = { SigningCertUrl: SigningCertURL, UnsubscribeUrl: UnsubscribeURL };
  const Sns = { Subject: null, MessageAttributes: {}, ...members, ...urls };
  const record = { EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: arn, Sns };
  const event = JSON.stringify({ Records: [record] });
  const as = { kind: 'service', name: 'sns.amazonaws.com', sourceArn: topic.arn } as const;
  const failure = await failureOf(invokeFunction(endpoint, event, { call, as }));
  const deadLetters = deadLetterTarget(attributes.get('RedrivePolicy') ?? '{}');
  if (failure && deadLetters)
    await toQueue(deadLetters, textFor(message, 'lambda'), undefined, message, topic, { call });
}

/** Sends to a queue, whose policy must allow it to the topic; the error where it is refused. */
async function toQueue(
  queueArn: string,
  body: string,
  attributes: PublishedMessage['attributes'] | undefined,
  message: PublishedMessage,
  topic: TopicRecord,
  { call }: Pick<Context, 'call'>,
): Promise<ServiceError | undefined> {
  const order = queueArn.endsWith('.fifo')
    ? { MessageGroupId: message.groupId, MessageDeduplicationId: message.deduplicationId }
    : {};
  const sent = { MessageBody: body, MessageAttributes: attributes, ...order };
  const as = { kind: 'service', name: 'sns.amazonaws.com', sourceArn: topic.arn } as const;
  return failureOf(sendToQueue(queueArn, sent, { call, as }));
}
