import { type AccountState, defineSlice } from '../../operation/index.ts';

/** The value of a message attribute, as it was sent. */
export interface MessageAttribute {
  readonly DataType: string | undefined;
  readonly StringValue?: string;
  readonly BinaryValue?: Uint8Array;
}

/** A message in a queue. All instants are milliseconds of the account's time. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  readonly senderId: string;
  readonly sent: number;
  /** Given by the caller with AWSTraceHeader. */
  readonly traceHeader?: string;
  readonly groupId?: string;
  readonly deduplicationId?: string;
  readonly sequenceNumber?: string;
  /** Of the queue that it was moved from as a dead letter. */
  readonly deadLetterSource?: string;
  /** Before it nobody receives the message: a delay, or a visibility timeout. */
  visibleAt: number;
  /** True while `visibleAt` ends a visibility timeout. */
  inFlight: boolean;
  receiveCount: number;
  firstReceived?: number;
  /** Of its last receipt. */
  receiptHandle?: string;
}

export interface Queue {
  readonly name: string;
  readonly region: string;
  readonly url: string;
  readonly arn: string;
  readonly fifo: boolean;
  readonly created: Date;
  modified: Date;
  /** Attributes that were set, by name. */
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** In the order in which they came. */
  messages: QueuedMessage[];
  /** FIFO: what was sent in the last five minutes, by deduplication id (and group). */
  readonly sentOnce: Map<string, { readonly sent: number; readonly message: QueuedMessage }>;
  /** FIFO: how many messages there ever were. */
  sequence: number;
  /** When it was last purged, in milliseconds. */
  purged?: number;
}

interface SqsState {
  /** By ARN. */
  readonly queues: Map<string, Queue>;
  /** When a queue was deleted, by its ARN: its name is not free at once. */
  readonly deleted: Map<string, number>;
}

const slice = defineSlice(
  'sqs',
  (): SqsState => ({ queues: new Map(), deleted: new Map() }),
  ({ queues }) =>
    [...queues.values()].map(({ name, region, messages }) => ({
      type: 'AWS::SQS::Queue',
      ...{ id: name, region },
      details: { Messages: String(messages.length) },
    })),
);

export function sqsOf(state: AccountState): SqsState {
  return state.of(slice);
}
