import type { ServiceCall, ServiceContext } from './operation/index.ts';

/** A service that gives something to a target, and as whom. */
export interface Sender {
  readonly call: ServiceContext['call'];
  readonly as: ServiceCall['as'];
}

type Input = ServiceCall['input'];

/** Sends a message to a queue. Like the other targets it is named by its ARN; rejects with its service's error. */
export function sendToQueue(arn: string, message: Input, sender: Sender): Promise<Input> {
  const [, , , region, account = '', name = ''] = arn.split(':');
  const QueueUrl = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
  return ask('sqs', 'SendMessage', arn, { QueueUrl, ...message }, sender);
}

export function publishToTopic(arn: string, message: Input, sender: Sender): Promise<Input> {
  return ask('sns', 'Publish', arn, { TopicArn: arn, ...message }, sender);
}

/** Invokes a function with an event that nobody awaits; `DryRun` only asks whether that is allowed. */
export function invokeFunction(
  arn: string,
  event: string,
  sender: Sender,
  InvocationType: 'Event' | 'DryRun' = 'Event',
): Promise<Input> {
  const Payload = new TextEncoder().encode(event);
  return ask('lambda', 'Invoke', arn, { FunctionName: arn, InvocationType, Payload }, sender);
}

export function putOnBus(arn: string, entry: Input, sender: Sender): Promise<Input> {
  return ask('events', 'PutEvents', arn, { Entries: [{ ...entry, EventBusName: arn }] }, sender);
}

function ask(
  service: ServiceCall['service'],
  operation: string,
  arn: string,
  input: Input,
  { call, as }: Sender,
): Promise<Input> {
  const [, , , region = ''] = arn.split(':');
  return call({ service, operation, region, as, input });
}
