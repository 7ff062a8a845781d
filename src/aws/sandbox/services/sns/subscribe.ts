import type { SubscribeInput } from '@aws-sdk/client-sns';
import { identityOf, newRequestId, type OperationContext, ServiceError } from '../../operation/index.ts';
import { askToConfirm } from './mail.ts';
import { invalidParameter } from './sns-errors.ts';
import { type Subscription, snsOf, subscriptionsTo, type TopicRecord } from './sns-state.ts';
import { setAttributes } from './subscription-attributes.ts';

type Context = OperationContext<SubscribeInput>;

const MAIL = /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/;
const QUEUE = /^arn:aws:sqs:[a-z\d-]+:\d{12}:[\w-]+(\.fifo)?$/;
/** Protocols that the sandbox cannot reach, or does not simulate yet. */
const NOT_SIMULATED = ['http', 'https', 'sms', 'application', 'firehose'];
const FUNCTION = /^arn:aws:lambda:[a-z\d-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;

/** Subscribes an endpoint to a topic; once more gives the same subscription. A queue or a function of the account needs no confirmation. */
export function subscribe(topic: TopicRecord, context: Context): Subscription {
  const { input, state, random, clock, caller } = context;
  const { Protocol: protocol = '', Endpoint: endpoint = '' } = input;
  checkEndpoint(topic, protocol, endpoint);
  const attributes = textsOf(input.Attributes);
  const { subscriptions } = snsOf(state);
  const known = subscriptionsTo(topic.arn, state).find(
    (one) => one.protocol === protocol && one.endpoint === endpoint,
  );
  if (known) return again(known, attributes, topic, context);
  const confirmed = protocol === 'sqs' || protocol === 'lambda';
  const subscription: Subscription = {
    arn: `${topic.arn}:${newRequestId(random)}`,
    topicArn: topic.arn,
    protocol,
    endpoint,
    principal: identityOf(caller, state).arn,
    attributes: new Map(),
    // Of the length and the characters that were seen on AWS.
    token: confirmed ? undefined : random.text(226, '0123456789abcdef'),
    confirmed,
    authenticated: confirmed,
    made: clock.account().getTime(),
  };
  setAttributes(subscription, attributes, 'Subscribe');
  subscriptions.set(subscription.arn, subscription);
  if (!confirmed) askToConfirm(subscription, topic, context);
  return subscription;
}

function again(
  known: Subscription,
  attributes: Readonly<Record<string, string>>,
  topic: TopicRecord,
  context: Context,
): Subscription {
  // Source: a text that users of AWS quote.
  if (Object.entries(attributes).some(([name, value]) => (known.attributes.get(name) ?? '') !== value))
    throw invalidParameter('Attributes Reason: Subscription already exists with different attributes');
  if (!known.confirmed) askToConfirm(known, topic, context);
  return known;
}

/** Texts as recorded on AWS or quoted by its users. */
function checkEndpoint(topic: TopicRecord, protocol: string, endpoint: string): void {
  if (NOT_SIMULATED.includes(protocol))
    throw new ServiceError(
      501,
      'NotImplemented',
      `The Tejun sandbox does not simulate subscriptions of the protocol ${protocol} yet.`,
    );
  if (protocol === 'sqs') {
    if (!QUEUE.test(endpoint)) throw invalidParameter('SQS endpoint ARN');
    if (endpoint.endsWith('.fifo') && !topic.fifo)
      throw invalidParameter(
        'Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
      );
    return;
  }
  if (!['email', 'email-json', 'lambda'].includes(protocol))
    throw invalidParameter(`Does not support this protocol string: ${protocol}`);
  // Our wording for a topic of the wrong type.
  if (topic.fifo) throw invalidParameter('Invalid parameter: Endpoint Reason: Please use FIFO SQS queue');
  if (protocol === 'lambda') {
    // Our wording, after that of queues.
    if (!FUNCTION.test(endpoint)) throw invalidParameter('Lambda endpoint ARN');
    return;
  }
  if (!MAIL.test(endpoint)) throw invalidParameter('Email address');
}

function textsOf(attributes: SubscribeInput['Attributes']): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? '']));
}
