import type { Target } from '@aws-sdk/client-eventbridge';
import { isServiceId } from '../../../wire/models/index.ts';
import { isoSeconds } from '../../clock/index.ts';
import { matchesBody } from '../../filter-policy/index.ts';
import { writeLogEvents } from '../../log-writer.ts';
import { failureOf, type ServiceCall, type ServiceContext, ServiceError } from '../../operation/index.ts';
import { invokeFunction, publishToTopic, putOnBus, sendToQueue } from '../../targets.ts';
import { busesIn, type EventRule } from './events-state.ts';
import { patternOf } from './find-bus.ts';
import { type BusEvent, SESSION_NAME, targetInput } from './target-input.ts';

type Context = Pick<ServiceContext, 'state' | 'clock' | 'call'>;

/**
 * Gives an event to the targets of the enabled rules of a bus that it matches. An event that `fromBus` has passed on goes
 * to no third bus: User Guide, "Sending and receiving events between event buses".
 */
export async function deliverToBus(
  event: BusEvent,
  bus: string,
  region: string,
  context: Context,
  fromBus = false,
): Promise<void> {
  const text = JSON.stringify(event);
  const rules =
    busesIn({ ...context, region })
      .get(bus)
      ?.rules.values() ?? [];
  for (const rule of [...rules])
    if (rule.enabled && rule.pattern !== undefined && matchesBody(patternOf(rule, rule.pattern), text))
      await deliverToTargets(event, rule, context, fromBus);
}

/** Gives an event to the targets of a rule. What a target refuses goes to the dead letters, if there is a queue for them. */
export async function deliverToTargets(
  event: BusEvent,
  rule: EventRule,
  context: Context,
  fromBus = false,
): Promise<void> {
  const ingested = isoSeconds(context.clock.account());
  for (const target of rule.targets.values()) {
    if (fromBus && target.Arn?.includes(':event-bus/')) continue;
    const text = targetInput(target, event, rule, ingested);
    const failure = await failureOf(send(target, text, event, rule, context));
    if (failure) await sendToDeadLetters(target, event, rule, failure, context);
  }
}

const SERVICES = ['sqs', 'sns', 'logs', 'lambda', 'events'];

/** Tells whether the account delivers events to a target. */
export function isTarget(arn: string): boolean {
  const [, , service = ''] = arn.split(':');
  return SERVICES.includes(service) && isServiceId(service);
}

async function send(
  target: Target,
  text: string,
  event: BusEvent,
  rule: EventRule,
  { call, clock }: Context,
): Promise<void> {
  const { Arn = '', SqsParameters, RoleArn } = target;
  const [, , service = '', region = '', , ...rest] = Arn.split(':');
  const name = rest.join(':');
  const as = callerFor(rule, RoleArn);
  if (service === 'sqs') {
    const message = { MessageBody: text, MessageGroupId: SqsParameters?.MessageGroupId };
    await sendToQueue(Arn, message, { call, as });
  } else if (service === 'sns') await publishToTopic(Arn, { Message: text }, { call, as });
  else if (service === 'lambda') await invokeFunction(Arn, text, { call, as });
  else if (service === 'events') {
    const { source, 'detail-type': detailType, detail, resources } = event;
    const entry = {
      Source: source,
      DetailType: detailType,
      Detail: JSON.stringify(detail),
      Resources: resources,
    };
    await putOnBus(Arn, entry, { call, as });
  } else {
    // EventBridge names a stream for each event.
    const group = name.replace(/^log-group:/, '').replace(/:\*$/, '');
    const destination = { group, stream: event.id, region, as };
    const written = await writeLogEvents(call, destination, [
      { timestamp: clock.account().getTime(), message: text },
    ]);
    if (!written) throw new ServiceError(400, 'NO_PERMISSIONS', 'The log group did not take the event.');
  }
}

function callerFor({ arn }: EventRule, roleArn: string | undefined): ServiceCall['as'] {
  if (roleArn === undefined) return { kind: 'service', name: 'events.amazonaws.com', sourceArn: arn };
  return { kind: 'role', service: 'events.amazonaws.com', roleArn, sessionName: SESSION_NAME };
}

/** User Guide, "Using dead-letter queues to process undelivered events": the whole event, and why it failed. */
async function sendToDeadLetters(
  { Arn = '', DeadLetterConfig }: Target,
  event: BusEvent,
  rule: EventRule,
  failure: ServiceError,
  { call }: Context,
): Promise<void> {
  const queue = DeadLetterConfig?.Arn;
  if (queue === undefined) return;
  const attribute = (text: string) => ({ DataType: 'String', StringValue: text });
  const message = {
    MessageBody: JSON.stringify(event),
    MessageAttributes: {
      RULE_ARN: attribute(rule.arn),
      TARGET_ARN: attribute(Arn),
      ERROR_CODE: attribute(failure.code),
      ERROR_MESSAGE: attribute(failure.message || failure.code),
    },
  };
  const as = { kind: 'service', name: 'events.amazonaws.com', sourceArn: rule.arn } as const;
  await failureOf(sendToQueue(queue, message, { call, as }));
}
