import type { Message, ReceiveMessageRequest, ReceiveMessageResult } from '@aws-sdk/client-sqs';
import { type AccountState, defineOperation } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import { md5OfAttributes, md5OfText } from './digest.ts';
import { findQueue, onQueue } from './find-queue.ts';
import { queueAttribute, readRedrive, secondsOf } from './queue-attributes.ts';
import { invalidSqsValue } from './sqs-errors.ts';
import { type MessageAttribute, type Queue, type QueuedMessage, sqsOf } from './sqs-state.ts';

const HANDLE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export default {
  ReceiveMessage: defineOperation<ReceiveMessageRequest, ReceiveMessageResult>({
    reads: [
      'QueueUrl',
      'AttributeNames',
      'MessageSystemAttributeNames',
      'MessageAttributeNames',
      'MaxNumberOfMessages',
      'VisibilityTimeout',
      'WaitTimeSeconds',
    ],
    access: onQueue('ReceiveMessage'),
    handle: async (context) => {
      const { input, clock, random, state } = context;
      const queue = findQueue(context);
      const { MaxNumberOfMessages: most = 1, VisibilityTimeout, WaitTimeSeconds } = input;
      checkRange('MaxNumberOfMessages', most, 1, 10, 'Must be between 1 and 10, if provided.');
      checkRange('WaitTimeSeconds', WaitTimeSeconds, 0, 20, 'Must be >= 0 and <= 20, if provided.');
      checkRange(
        'VisibilityTimeout',
        VisibilityTimeout,
        0,
        43_200,
        'Must be between 0 and 43200, if provided.',
      );
      const wait = WaitTimeSeconds ?? secondsOf(queue, 'ReceiveMessageWaitTimeSeconds');
      const hidden = VisibilityTimeout ?? secondsOf(queue, 'VisibilityTimeout');
      const now = clock.account().getTime();
      // A long poll answers at once, with what would come while it waits: the account's time does not pass by itself.
      const atOnce = take(queue, most, now, state);
      const taken = atOnce.length > 0 ? atOnce : take(queue, most, now + wait * 1000, state);
      for (const message of taken) receive(message, now, hidden, random);
      const messages = await Promise.all(taken.map((message) => toMessage(message, input)));
      return messages.length > 0 ? { Messages: messages } : {};
    },
  }),
};

function checkRange(name: string, value: number | undefined, min: number, max: number, reason: string): void {
  if (value !== undefined && (value < min || value > max)) throw invalidSqsValue(name, value, reason);
}

/** The messages that can be received at an instant; expired ones are dropped, dead letters are moved. */
function take(queue: Queue, most: number, now: number, state: AccountState): QueuedMessage[] {
  const oldest = now - secondsOf(queue, 'MessageRetentionPeriod') * 1000;
  queue.messages = queue.messages.filter(({ sent }) => sent > oldest);
  moveDeadLetters(queue, now, state);
  const blocked = new Set<string>();
  const taken: QueuedMessage[] = [];
  for (const message of queue.messages) {
    const { groupId } = message;
    const isGroupBlocked = queue.fifo && groupId !== undefined && blocked.has(groupId);
    const isVisible = message.visibleAt <= now && !isGroupBlocked;
    if (isVisible && taken.length < most) taken.push(message);
    // The order within a group holds: what is in flight, or not taken, keeps all after it back.
    else if (groupId !== undefined) blocked.add(groupId);
  }
  return taken;
}

function moveDeadLetters(queue: Queue, now: number, state: AccountState): void {
  const policy = queueAttribute(queue, 'RedrivePolicy');
  if (!policy) return;
  const { queues } = sqsOf(state);
  const target = queues.get((JSON.parse(policy) as { deadLetterTargetArn: string }).deadLetterTargetArn);
  // A target that was deleted takes nothing: messages stay and are received again.
  if (!target) return;
  const { maxReceiveCount } = readRedrive(policy, queue.region, state);
  const isDead = (message: QueuedMessage) =>
    message.visibleAt <= now && message.receiveCount >= maxReceiveCount;
  for (const message of queue.messages.filter(isDead))
    target.messages.push({
      ...message,
      deadLetterSource: queue.arn,
      visibleAt: now,
      inFlight: false,
      receiptHandle: undefined,
    });
  queue.messages = queue.messages.filter((message) => !isDead(message));
}

function receive(message: QueuedMessage, now: number, hiddenSeconds: number, random: Random): void {
  message.receiveCount += 1;
  message.firstReceived ??= now;
  message.visibleAt = now + hiddenSeconds * 1000;
  message.inFlight = hiddenSeconds > 0;
  message.receiptHandle = `AQEB${random.text(180, HANDLE)}==`;
}

async function toMessage(message: QueuedMessage, input: ReceiveMessageRequest): Promise<Message> {
  const { AttributeNames = [], MessageSystemAttributeNames = [], MessageAttributeNames = [] } = input;
  const system = systemAttributes(message, [...AttributeNames, ...MessageSystemAttributeNames]);
  const attributes = named(message.attributes, MessageAttributeNames);
  const hasAttributes = Object.keys(attributes).length > 0;
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: await md5OfText(message.body),
    Body: message.body,
    Attributes: Object.keys(system).length > 0 ? system : undefined,
    MD5OfMessageAttributes: await md5OfAttributes(attributes),
    MessageAttributes: hasAttributes ? attributes : undefined,
  };
}

function systemAttributes(message: QueuedMessage, wanted: readonly string[]): Record<string, string> {
  const all: Record<string, string | undefined> = {
    SenderId: message.senderId,
    ApproximateFirstReceiveTimestamp: String(message.firstReceived),
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sent),
    SequenceNumber: message.sequenceNumber,
    MessageDeduplicationId: message.deduplicationId,
    MessageGroupId: message.groupId,
    AWSTraceHeader: message.traceHeader,
    DeadLetterQueueSourceArn: message.deadLetterSource,
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && (wanted.includes('All') || wanted.includes(entry[0])),
    ),
  );
}

/** `All` or `.*` is all of them, `name.*` those that begin so. */
function named(
  attributes: Readonly<Record<string, MessageAttribute>>,
  wanted: readonly string[],
): Record<string, MessageAttribute> {
  const isWanted = (name: string) =>
    wanted.some(
      (one) => one === 'All' || one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -2))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isWanted(name)));
}
