import { type AccountState, ServiceError } from '../../operation/index.ts';
import { invalidSqsValue } from './sqs-errors.ts';
import { type Queue, sqsOf } from './sqs-state.ts';

interface AttributeRule {
  /** Of a number; without it any text is one of `values`, or free. */
  readonly range?: readonly [number, number];
  readonly values?: readonly string[];
  readonly initial?: string;
  readonly fifoOnly?: boolean;
}

const flag = ['true', 'false'];

/** Source: API reference, SetQueueAttributes; the largest message is 1 MiB since August 2025. In the order of answers. */
const rules: Readonly<Record<string, AttributeRule>> = {
  VisibilityTimeout: { range: [0, 43_200], initial: '30' },
  MaximumMessageSize: { range: [1_024, 1_048_576], initial: '1048576' },
  MessageRetentionPeriod: { range: [60, 1_209_600], initial: '345600' },
  DelaySeconds: { range: [0, 900], initial: '0' },
  ReceiveMessageWaitTimeSeconds: { range: [0, 20], initial: '0' },
  Policy: {},
  KmsMasterKeyId: {},
  KmsDataKeyReusePeriodSeconds: { range: [60, 86_400] },
  RedrivePolicy: {},
  RedriveAllowPolicy: {},
  FifoQueue: { values: flag, fifoOnly: true },
  DeduplicationScope: { values: ['messageGroup', 'queue'], initial: 'queue', fifoOnly: true },
  FifoThroughputLimit: { values: ['perQueue', 'perMessageGroupId'], initial: 'perQueue', fifoOnly: true },
  ContentBasedDeduplication: { values: flag, initial: 'false', fifoOnly: true },
  SqsManagedSseEnabled: { values: flag, initial: 'true' },
};

/** Checks attributes to be set. Throws InvalidAttributeName, InvalidAttributeValue or InvalidParameterValue. */
export function checkAttributes(given: Readonly<Record<string, string>>, fifo: boolean): void {
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw unknownAttribute(name);
    if (rule.fifoOnly && !fifo) throw notFifo(name);
    if (!isValid(value, rule) || (name === 'Policy' && value !== '' && !isPolicy(value)))
      throw new ServiceError(400, 'InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
  }
}

function isValid(value: string, { range, values }: AttributeRule): boolean {
  if (range) return /^\d{1,9}$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1];
  return values ? values.includes(value) : true;
}

/** A JSON object with statements that name principals. */
function isPolicy(text: string): boolean {
  const document = parse(text);
  return (
    isRecord(document) &&
    [document.Statement].flat().every((one) => isRecord(one) && 'Effect' in one && 'Principal' in one)
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function notFifo(name: string): ServiceError {
  return name === 'DeduplicationScope' || name === 'FifoThroughputLimit'
    ? new ServiceError(
        400,
        'InvalidAttributeName',
        `You can specify the ${name} only when FifoQueue is set to true.`,
      )
    : unknownAttribute(name);
}

function unknownAttribute(name: string): ServiceError {
  return new ServiceError(400, 'InvalidAttributeName', `Unknown Attribute ${name}.`);
}

/** Redrive policy: the target of dead letters; undefined where none is set. */
export interface Redrive {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

/** Reads a redrive policy. Throws InvalidParameterValue; of its texts the one for a missing target is AWS's, others are ours. */
export function readRedrive(text: string, region: string, state: AccountState): Redrive {
  const refuse = (reason: string) => invalidSqsValue('RedrivePolicy', text, reason);
  const policy = parse(text);
  const { deadLetterTargetArn, maxReceiveCount } = (policy ?? {}) as Record<string, unknown>;
  if (typeof deadLetterTargetArn !== 'string')
    throw refuse('Redrive policy does not contain mandatory attribute: deadLetterTargetArn.');
  const count = Number(maxReceiveCount);
  if (!Number.isInteger(count) || count < 1 || count > 1_000)
    throw refuse('Redrive policy must have a maxReceiveCount between 1 and 1000.');
  const target = sqsOf(state).queues.get(deadLetterTargetArn);
  if (target?.region !== region) throw refuse('Dead letter target does not exist.');
  return { deadLetterTargetArn, maxReceiveCount: count };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value that holds for a queue. */
export function queueAttribute({ attributes }: Queue, name: string): string | undefined {
  return attributes.get(name) ?? rules[name]?.initial;
}

export function secondsOf(queue: Queue, name: string): number {
  return Number(queueAttribute(queue, name) ?? 0);
}

/** The attributes that were asked for, all of them for `All`, in the order of SQS's answers. Throws InvalidAttributeName. */
export function queueAttributes(
  queue: Queue,
  wanted: readonly string[],
  now: number,
): Record<string, string> {
  const all = Object.entries({ ...counts(queue, now), ...settings(queue) });
  const known = [...Object.keys(counts(queue, now)), ...Object.keys(rules), 'All'];
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownAttribute(unknown);
  return Object.fromEntries(all.filter(([name]) => wanted.includes('All') || wanted.includes(name)));
}

function counts(queue: Queue, now: number): Record<string, string> {
  const hidden = queue.messages.filter(({ visibleAt }) => visibleAt > now);
  const inFlight = hidden.filter((message) => message.inFlight).length;
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(queue.messages.length - hidden.length),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(hidden.length - inFlight),
    CreatedTimestamp: String(queue.created.getTime() / 1000),
    LastModifiedTimestamp: String(queue.modified.getTime() / 1000),
  };
}

function settings(queue: Queue): Record<string, string> {
  const entries = Object.keys(rules).flatMap((name): [string, string][] => {
    const value = rules[name]?.fifoOnly && !queue.fifo ? undefined : queueAttribute(queue, name);
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}
