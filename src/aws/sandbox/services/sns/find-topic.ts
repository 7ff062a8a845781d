import { type ConditionValues, resourceTagConditions } from '../../authorization/index.ts';
import type { AccountState, OperationContext } from '../../operation/index.ts';
import { invalidParameter, noSuchSubscription, noSuchTopic } from './sns-errors.ts';
import { type Subscription, snsOf, type TopicRecord } from './sns-state.ts';
import { policyTextOf } from './topic-policy.ts';

type Context = Pick<OperationContext<unknown>, 'state' | 'region'>;

export function topicArn(region: string, { account }: AccountState, name: string): string {
  return `arn:aws:sns:${region}:${account.id}:${name}`;
}

/** Finds a topic by its ARN. Throws NotFound or InvalidParameter. */
export function findTopic(arn: string | undefined, context: Context, member = 'TopicArn'): TopicRecord {
  checkArn(arn ?? '', context, member);
  const topic = snsOf(context.state).topics.get(arn ?? '');
  if (!topic) throw noSuchTopic();
  return topic;
}

/** Checks that an ARN has its six parts, and that it is one of SNS in the region of the request. */
export function checkArn(arn: string, { region }: Context, member: string): void {
  const parts = arn.split(':');
  if (parts.length < 6)
    throw invalidParameter(`${member} Reason: An ARN must have at least 6 elements, not ${parts.length}`);
  if (parts[0] !== 'arn' || parts[2] !== 'sns' || parts[3] !== region) throw invalidParameter(member);
}

/** Finds a subscription by its ARN. Throws NotFound or InvalidParameter. */
export function findSubscription(arn: string | undefined, context: Context): Subscription {
  checkArn(arn ?? '', context, 'SubscriptionArn');
  const subscription = snsOf(context.state).subscriptions.get(arn ?? '');
  if (!subscription) throw noSuchSubscription();
  return subscription;
}

/** An action on the topic whose ARN a member of the input has. */
export function onTopic<Input extends object>(action: string, member: keyof Input & string) {
  const arnOf = ({ input }: OperationContext<Input>) => String(input[member] ?? '');
  return {
    action: `sns:${action}`,
    resource: arnOf,
    namesResource: true,
    policy: (context: OperationContext<Input>) => policyOf(context.state, arnOf(context)),
    conditions: (context: OperationContext<Input>) => topicTagConditions(context.state, arnOf(context)),
  };
}

/** An action that AWS judges by the topic of a subscription. */
export function onSubscription<Input extends { readonly SubscriptionArn?: string | undefined }>(
  action: string,
) {
  const arnOf = ({ input }: OperationContext<Input>) =>
    (input.SubscriptionArn ?? '').split(':').slice(0, 6).join(':');
  return {
    action: `sns:${action}`,
    resource: arnOf,
    namesResource: true,
    policy: (context: OperationContext<Input>) => policyOf(context.state, arnOf(context)),
  };
}

/** A topic's policy, as data. */
export function policyOf(state: AccountState, arn: string): unknown {
  const topic = snsOf(state).topics.get(arn);
  return topic && JSON.parse(policyTextOf(topic, state.account.id));
}

/** The condition keys of a topic's own tags. */
export function topicTagConditions(state: AccountState, arn: string): ConditionValues {
  const tags = [...(snsOf(state).topics.get(arn)?.tags ?? [])];
  return resourceTagConditions(tags.map(([key, value]) => ({ key, value })));
}
