import type { Clock } from '../../clock/index.ts';
import { type AccountState, defineSlice } from '../../operation/index.ts';

/** A topic; attributes and tags are those that were set. */
export interface TopicRecord {
  readonly arn: string;
  readonly region: string;
  readonly fifo: boolean;
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** How many of its subscriptions were ended. */
  ended: number;
  /** FIFO: how many messages there ever were. */
  sequence: number;
  /** FIFO: what was published in the last five minutes, by deduplication id. */
  readonly publishedOnce: Map<
    string,
    { readonly at: number; readonly id: string; readonly sequence: string }
  >;
}

/** A subscription to a topic. Until it is confirmed, nothing is delivered. */
export interface Subscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  /** The ARN of the identity that subscribed. */
  readonly principal: string;
  readonly attributes: Map<string, string>;
  /** Token in the confirmation mail; absent where none is needed. */
  readonly token?: string;
  confirmed: boolean;
  /** True where a signed request confirmed it, or none was needed. */
  authenticated: boolean;
  /** When it was made, in milliseconds of the account's time: unconfirmed ones end by it. */
  readonly made: number;
}

interface SnsState {
  /** By ARN. */
  readonly topics: Map<string, TopicRecord>;
  /** By ARN, in the order of their beginning. */
  readonly subscriptions: Map<string, Subscription>;
}

const slice = defineSlice(
  'sns',
  (): SnsState => ({ topics: new Map(), subscriptions: new Map() }),
  ({ topics, subscriptions }) => [
    ...[...topics.values()].map(({ arn, region }) => ({
      type: 'AWS::SNS::Topic',
      ...{ id: nameIn(arn), region, details: {} },
    })),
    ...[...subscriptions.values()].map(({ arn, topicArn, protocol, endpoint, confirmed }) => ({
      type: 'AWS::SNS::Subscription',
      ...{ id: nameIn(arn), region: arn.split(':')[3] ?? '' },
      details: {
        ...{ TopicName: nameIn(topicArn), Protocol: protocol, Endpoint: endpoint },
        ...(!confirmed && { PendingConfirmation: 'true' }),
      },
    })),
  ],
);

/** `arn:aws:sns:us-east-1:123456789012:topic` -> `topic` */
function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}

export function snsOf(state: AccountState): SnsState {
  return state.of(slice);
}

/** The subscriptions to a topic, in the order of their beginning. */
export function subscriptionsTo(topicArn: string, state: AccountState): Subscription[] {
  return [...snsOf(state).subscriptions.values()].filter((one) => one.topicArn === topicArn);
}

/** "Confirmation tokens are valid for two days" (API reference, ConfirmSubscription). */
const VALID_MS = 2 * 86_400_000;

/** Ends the subscriptions that nobody has confirmed in time. */
export function endExpired({ state, clock }: { readonly state: AccountState; readonly clock: Clock }): void {
  const { subscriptions } = snsOf(state);
  for (const { arn, confirmed, made } of subscriptions.values())
    if (!confirmed && clock.account().getTime() - made >= VALID_MS) subscriptions.delete(arn);
}
