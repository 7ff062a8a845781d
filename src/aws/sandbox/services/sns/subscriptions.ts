import type {
  ConfirmSubscriptionInput,
  ConfirmSubscriptionResponse,
  GetSubscriptionAttributesInput,
  GetSubscriptionAttributesResponse,
  ListSubscriptionsByTopicInput,
  ListSubscriptionsByTopicResponse,
  ListSubscriptionsInput,
  ListSubscriptionsResponse,
  SetSubscriptionAttributesInput,
  SubscribeInput,
  SubscribeResponse,
  UnsubscribeInput,
} from '@aws-sdk/client-sns';
import { type AccountState, defineOperation, paginate } from '../../operation/index.ts';
import { checkArn, findSubscription, findTopic, onSubscription, onTopic, topicArn } from './find-topic.ts';
import { invalidParameter } from './sns-errors.ts';
import { endExpired, type Subscription, snsOf, subscriptionsTo } from './sns-state.ts';
import { subscribe } from './subscribe.ts';
import { setAttributes, subscriptionAttributes } from './subscription-attributes.ts';

/** "Each call returns a limited list of subscriptions, up to 100" (API reference). */
const PAGE = 100;

export default {
  Subscribe: defineOperation<SubscribeInput, SubscribeResponse>({
    reads: ['TopicArn', 'Protocol', 'Endpoint', 'Attributes', 'ReturnSubscriptionArn'],
    access: {
      ...onTopic<SubscribeInput>('Subscribe', 'TopicArn'),
      conditions: ({ input }) => ({ 'sns:Protocol': input.Protocol, 'sns:Endpoint': input.Endpoint }),
    },
    handle: (context) => {
      endExpired(context);
      const { arn, confirmed } = subscribe(findTopic(context.input.TopicArn, context), context);
      const isShown = confirmed || context.input.ReturnSubscriptionArn === true;
      return { SubscriptionArn: isShown ? arn : 'pending confirmation' };
    },
  }),
  // AuthenticateOnUnsubscribe forbids what the sandbox never takes: to unsubscribe without a signature.
  ConfirmSubscription: defineOperation<ConfirmSubscriptionInput, ConfirmSubscriptionResponse>({
    reads: ['TopicArn', 'Token', 'AuthenticateOnUnsubscribe'],
    access: onTopic('ConfirmSubscription', 'TopicArn'),
    handle: (context) => {
      endExpired(context);
      const { TopicArn = '', Token = '' } = context.input;
      if (TopicArn.split(':').length !== 6 || TopicArn.split(':')[3] !== context.region)
        throw invalidParameter('Topic');
      findTopic(TopicArn, context);
      const subscription = subscriptionsTo(TopicArn, context.state).find(({ token }) => token === Token);
      if (!subscription) throw invalidParameter('Token');
      subscription.confirmed = true;
      subscription.authenticated = true;
      return { SubscriptionArn: subscription.arn };
    },
  }),
  Unsubscribe: defineOperation<UnsubscribeInput, object>({
    reads: ['SubscriptionArn'],
    access: onSubscription('Unsubscribe'),
    handle: (context) => {
      const { SubscriptionArn = '' } = context.input;
      checkArn(SubscriptionArn, context, 'SubscriptionArn');
      const { subscriptions, topics } = snsOf(context.state);
      const subscription = subscriptions.get(SubscriptionArn);
      const topic = topics.get(subscription?.topicArn ?? '');
      if (topic) topic.ended += 1;
      subscriptions.delete(SubscriptionArn);
      return {};
    },
  }),
  ListSubscriptions: defineOperation<ListSubscriptionsInput, ListSubscriptionsResponse>({
    reads: ['NextToken'],
    access: {
      action: 'sns:ListSubscriptions',
      resource: ({ state, region }) => topicArn(region, state, '*'),
      namesResource: true,
    },
    handle: (context) => {
      endExpired(context);
      const all = [...snsOf(context.state).subscriptions.values()];
      const here = all.filter(({ topicArn }) => topicArn.split(':')[3] === context.region);
      return pageOf(here, context.input.NextToken, context.state);
    },
  }),
  ListSubscriptionsByTopic: defineOperation<ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse>({
    reads: ['TopicArn', 'NextToken'],
    access: onTopic('ListSubscriptionsByTopic', 'TopicArn'),
    handle: (context) => {
      endExpired(context);
      const { arn } = findTopic(context.input.TopicArn, context);
      return pageOf(subscriptionsTo(arn, context.state), context.input.NextToken, context.state);
    },
  }),
  GetSubscriptionAttributes: defineOperation<
    GetSubscriptionAttributesInput,
    GetSubscriptionAttributesResponse
  >({
    reads: ['SubscriptionArn'],
    access: onSubscription('GetSubscriptionAttributes'),
    handle: (context) => {
      endExpired(context);
      const subscription = findSubscription(context.input.SubscriptionArn, context);
      return { Attributes: subscriptionAttributes(subscription, context.state) };
    },
  }),
  SetSubscriptionAttributes: defineOperation<SetSubscriptionAttributesInput, object>({
    reads: ['SubscriptionArn', 'AttributeName', 'AttributeValue'],
    access: onSubscription('SetSubscriptionAttributes'),
    handle: (context) => {
      const { SubscriptionArn, AttributeName = '', AttributeValue = '' } = context.input;
      const subscription = findSubscription(SubscriptionArn, context);
      setAttributes(subscription, { [AttributeName]: AttributeValue }, 'SetSubscriptionAttributes');
      return {};
    },
  }),
};

function pageOf(
  subscriptions: readonly Subscription[],
  token: string | undefined,
  { account }: AccountState,
) {
  // In the order of their beginning, which the number in a key tells.
  const numbered = subscriptions.map((one, index) => ({ one, key: String(index).padStart(8, '0') }));
  const page = paginate(numbered, ({ key }) => key, PAGE, token);
  if (!page) throw invalidParameter('NextToken');
  return {
    Subscriptions: page.items.map(({ one: { arn, confirmed, protocol, endpoint, topicArn } }) => ({
      SubscriptionArn: confirmed ? arn : 'PendingConfirmation',
      Owner: account.id,
      Protocol: protocol,
      Endpoint: endpoint,
      TopicArn: topicArn,
    })),
    NextToken: page.next,
  };
}
