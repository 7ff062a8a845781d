import { FilterPolicyError, type FilterPolicyScope, parseFilterPolicy } from '../../filter-policy/index.ts';
import { type AccountState, parameterNotSimulated } from '../../operation/index.ts';
import { invalidParameter } from './sns-errors.ts';
import type { Subscription } from './sns-state.ts';

/** Attributes that the sandbox does not act upon: deliveries over HTTP, Firehose, replays of archives. */
const NOT_SIMULATED = ['DeliveryPolicy', 'SubscriptionRoleArn', 'ReplayPolicy'];

/** Checks and sets attributes of a subscription. Throws InvalidParameter. */
export function setAttributes(
  subscription: Pick<Subscription, 'protocol' | 'attributes'>,
  given: Readonly<Record<string, string>>,
  operation: 'Subscribe' | 'SetSubscriptionAttributes',
): void {
  const refuse = (reason: string) =>
    invalidParameter(operation === 'Subscribe' ? `Attributes Reason: ${reason}` : reason);
  const { protocol, attributes } = subscription;
  const scope = (given.FilterPolicyScope ??
    attributes.get('FilterPolicyScope') ??
    'MessageAttributes') as FilterPolicyScope;
  for (const [name, value] of Object.entries(given)) {
    if (NOT_SIMULATED.includes(name)) throw parameterNotSimulated('sns', operation, name);
    if (!Object.hasOwn(checks, name)) throw unknownName(name, operation);
    checks[name]?.(value, { protocol, scope, refuse });
  }
  for (const [name, value] of Object.entries(given))
    if (value === '' || (name === 'FilterPolicy' && value === '{}')) attributes.delete(name);
    else attributes.set(name, value);
}

/** The text of Subscribe is ours. */
function unknownName(name: string, operation: string): Error {
  return invalidParameter(
    operation === 'Subscribe' ? `Attributes Reason: Unknown attribute ${name}` : 'AttributeName',
  );
}

type Refuse = (reason: string) => Error;

interface CheckContext {
  readonly protocol: string;
  readonly scope: FilterPolicyScope;
  readonly refuse: Refuse;
}

const checks: Readonly<Record<string, (value: string, place: CheckContext) => void>> = {
  RawMessageDelivery: checkRaw,
  FilterPolicyScope: checkScope,
  FilterPolicy: checkFilter,
  RedrivePolicy: checkRedrive,
};

function checkRaw(value: string, { protocol, refuse }: CheckContext): void {
  if (!['true', 'false'].includes(value))
    throw refuse(`RawMessageDelivery: Invalid value [${value}]. Must be true or false.`);
  // Our wording.
  if (value === 'true' && protocol !== 'sqs')
    throw refuse(
      `RawMessageDelivery: Delivery protocol [${protocol}] does not support raw message delivery.`,
    );
}

function checkScope(value: string, { refuse }: CheckContext): void {
  if (!['MessageAttributes', 'MessageBody'].includes(value))
    throw refuse(
      `FilterPolicyScope: Invalid value [${value}]. Please use either MessageBody or MessageAttributes`,
    );
}

function checkFilter(value: string, { scope, refuse }: CheckContext): void {
  if (value === '') return;
  try {
    parseFilterPolicy(value, scope);
  } catch (error) {
    if (error instanceof FilterPolicyError) throw refuse(`FilterPolicy: ${error.message}`);
    throw error;
  }
}

function checkRedrive(value: string, { refuse }: CheckContext): void {
  if (value === '') return;
  const target = deadLetterTarget(value);
  // Our wording for a text that is no JSON object.
  if (target === undefined) throw refuse('RedrivePolicy: failed to parse JSON.');
  if (!/^arn:aws:sqs:[a-z\d-]+:\d{12}:[\w.-]+$/.test(target))
    throw refuse('RedrivePolicy: deadLetterTargetArn is an invalid arn');
}

/** The queue that a redrive policy names; undefined where it is no JSON object. */
export function deadLetterTarget(policy: string): string | undefined {
  try {
    const { deadLetterTargetArn } = JSON.parse(policy) as { deadLetterTargetArn?: unknown };
    return String(deadLetterTargetArn ?? '');
  } catch {
    return undefined;
  }
}

/** All attributes of a subscription, in the order of the examples in the CLI's reference. */
export function subscriptionAttributes(
  subscription: Subscription,
  { account }: AccountState,
): Record<string, string> {
  const { attributes, confirmed, authenticated } = subscription;
  const filter = attributes.get('FilterPolicy');
  const scope = filter && (attributes.get('FilterPolicyScope') ?? 'MessageAttributes');
  const optional = Object.entries({
    FilterPolicyScope: scope,
    FilterPolicy: filter,
    RedrivePolicy: attributes.get('RedrivePolicy'),
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    SubscriptionPrincipal: subscription.principal,
    Owner: account.id,
    RawMessageDelivery: attributes.get('RawMessageDelivery') ?? 'false',
    TopicArn: subscription.topicArn,
    Endpoint: subscription.endpoint,
    Protocol: subscription.protocol,
    PendingConfirmation: String(!confirmed),
    ConfirmationWasAuthenticated: String(authenticated),
    SubscriptionArn: subscription.arn,
    ...Object.fromEntries(optional),
  };
}
