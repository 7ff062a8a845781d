import type { Clock } from '../../clock/index.ts';
import { mailsOf } from '../../mailbox.ts';
import type { AccountState } from '../../operation/index.ts';
import type { Subscription, TopicRecord } from './sns-state.ts';
import { topicAttribute } from './topic-attributes.ts';

interface Context {
  readonly state: AccountState;
  readonly clock: Clock;
}

/** Sends a subscriber the token to confirm with. The text as AWS sends it; the link leads nowhere in the sandbox. */
export function askToConfirm(subscription: Subscription, topic: TopicRecord, context: Context): void {
  const { topicArn, token, endpoint } = subscription;
  const query = new URLSearchParams({ TopicArn: topicArn, Token: token ?? '', Endpoint: endpoint });
  send(subscription, topic, context, {
    subject: 'AWS Notification - Subscription Confirmation',
    body: [
      'You have chosen to subscribe to the topic: ',
      topicArn,
      '',
      'To confirm this subscription, click or visit the link below (If this was in error no action is necessary): ',
      `https://sns.${topic.region}.amazonaws.com/confirmation.html?${query}`,
      '',
    ].join('\n'),
  });
}

/** Sends a notification as a mail. */
export function sendNotification(
  subscription: Subscription,
  topic: TopicRecord,
  context: Context,
  { subject, body }: { readonly subject: string | undefined; readonly body: string },
): void {
  const { arn, endpoint } = subscription;
  const query = new URLSearchParams({ SubscriptionArn: arn, Endpoint: endpoint });
  const footer = [
    '',
    '--',
    'If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:',
    `https://sns.${topic.region}.amazonaws.com/unsubscribe.html?${query}`,
    '',
  ].join('\n');
  send(subscription, topic, context, {
    subject: subject ?? 'AWS Notification Message',
    body: subscription.protocol === 'email' ? `${body}\n${footer}` : `${body}\n`,
  });
}

function send(
  { endpoint }: Subscription,
  topic: TopicRecord,
  { state, clock }: Context,
  mail: { readonly subject: string; readonly body: string },
): void {
  const name = topicAttribute(topic, 'DisplayName') || 'AWS Notifications';
  const from = `${name} <no-reply@sns.amazonaws.com>`;
  mailsOf(state).push({ to: endpoint, from, ...mail, sent: clock.account() });
}
