import type {
  SendMessageBatchRequest,
  SendMessageBatchResult,
  SendMessageBatchResultEntry,
  SendMessageRequest,
  SendMessageResult,
} from '@aws-sdk/client-sqs';
import { sha256Hex } from '../../../wire/sigv4/index.ts';
import {
  defineOperation,
  identityOf,
  newRequestId,
  type OperationContext,
  ServiceError,
} from '../../operation/index.ts';
import { checkEntries, perEntry } from './batch.ts';
import { md5OfAttributes, md5OfText } from './digest.ts';
import { findQueue, onQueue } from './find-queue.ts';
import { queueAttribute, secondsOf } from './queue-attributes.ts';
import { invalidSqsParameter, invalidSqsValue, missingParameter } from './sqs-errors.ts';
import type { MessageAttribute, Queue, QueuedMessage } from './sqs-state.ts';

type Sent = Omit<SendMessageRequest, 'QueueUrl'>;
type Receipt = Omit<SendMessageBatchResultEntry, 'Id'>;
type Context = OperationContext<{ QueueUrl: string | undefined }>;

const LARGEST = 1_048_576;
/** "The deduplication interval" (Developer Guide): five minutes. */
const DEDUPLICATION_MS = 300_000;
const PUNCTUATED = /^[\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]{1,128}$/;

export default {
  SendMessage: defineOperation<SendMessageRequest, SendMessageResult>({
    reads: [
      'QueueUrl',
      'MessageBody',
      'DelaySeconds',
      'MessageAttributes',
      'MessageSystemAttributes',
      'MessageDeduplicationId',
      'MessageGroupId',
    ],
    access: onQueue('SendMessage'),
    handle: (context) => send(findQueue(context), context.input, context),
  }),
  SendMessageBatch: defineOperation<SendMessageBatchRequest, SendMessageBatchResult>({
    reads: ['QueueUrl', 'Entries'],
    access: onQueue('SendMessage'),
    handle: async (context) => {
      const queue = findQueue(context);
      const entries = context.input.Entries ?? [];
      checkEntries(entries, 'SendMessageBatchRequestEntry');
      const bytes = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
      if (bytes > LARGEST)
        throw new ServiceError(
          400,
          'BatchRequestTooLong',
          `Batch requests cannot be longer than ${LARGEST} bytes. You have sent ${bytes} bytes.`,
        );
      return perEntry<(typeof entries)[number], SendMessageBatchResultEntry>(entries, (entry) =>
        send(queue, entry, context),
      );
    },
  }),
};

async function send(queue: Queue, sent: Sent, context: Context): Promise<Receipt> {
  check(queue, sent);
  const attributes = (sent.MessageAttributes ?? {}) as Record<string, MessageAttribute>;
  checkMessageAttributes(attributes);
  const deduplicationId = queue.fifo ? deduplicationOf(queue, sent) : sent.MessageDeduplicationId;
  const message = queue.fifo
    ? once(queue, sent, deduplicationId ?? '', context)
    : create(queue, sent, context);
  return {
    MessageId: message.id,
    MD5OfMessageBody: await md5OfText(sent.MessageBody ?? ''),
    MD5OfMessageAttributes: await md5OfAttributes(attributes),
    SequenceNumber: message.sequenceNumber,
  };
}

function create(queue: Queue, sent: Sent, context: Context, deduplicationId?: string): QueuedMessage {
  const now = context.clock.account().getTime();
  const delay = sent.DelaySeconds ?? secondsOf(queue, 'DelaySeconds');
  if (queue.fifo) queue.sequence += 1;
  const message: QueuedMessage = {
    id: newRequestId(context.random),
    body: sent.MessageBody ?? '',
    attributes: (sent.MessageAttributes ?? {}) as Record<string, MessageAttribute>,
    senderId: identityOf(context.caller, context.state).userId,
    sent: now,
    traceHeader: sent.MessageSystemAttributes?.AWSTraceHeader?.StringValue,
    groupId: sent.MessageGroupId,
    deduplicationId,
    // 20 digits, as seen on AWS.
    sequenceNumber: queue.fifo ? `188${String(queue.sequence * 256).padStart(17, '0')}` : undefined,
    visibleAt: now + delay * 1000,
    inFlight: false,
    receiveCount: 0,
  };
  queue.messages.push(message);
  return message;
}

/** A message of a FIFO queue: one that was sent in the last five minutes is accepted and not sent again. */
function once(queue: Queue, sent: Sent, id: string, context: Context): QueuedMessage {
  const now = context.clock.account().getTime();
  const perGroup = queueAttribute(queue, 'DeduplicationScope') === 'messageGroup';
  const key = perGroup ? `${sent.MessageGroupId}\n${id}` : id;
  const before = queue.sentOnce.get(key);
  if (before && now - before.sent < DEDUPLICATION_MS) return before.message;
  const message = create(queue, sent, context, id);
  queue.sentOnce.set(key, { sent: now, message });
  return message;
}

function deduplicationOf(queue: Queue, sent: Sent): string {
  if (sent.MessageDeduplicationId !== undefined) return sent.MessageDeduplicationId;
  if (queueAttribute(queue, 'ContentBasedDeduplication') !== 'true')
    throw invalidSqsParameter(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  return sha256Hex(sent.MessageBody ?? '');
}

function check(queue: Queue, sent: Sent): void {
  if (!sent.MessageBody) throw missingParameter('MessageBody');
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(sent.MessageBody))
    // Source: memory of public issue threads.
    throw new ServiceError(
      400,
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
    );
  const largest = Number(queueAttribute(queue, 'MaximumMessageSize'));
  if (sizeOf(sent) > largest)
    throw invalidSqsParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${largest} bytes.`,
    );
  checkDelay(queue, sent.DelaySeconds);
  checkId('MessageGroupId', sent.MessageGroupId);
  checkId('MessageDeduplicationId', sent.MessageDeduplicationId);
  if (queue.fifo && sent.MessageGroupId === undefined) throw missingParameter('MessageGroupId');
}

function checkDelay(queue: Queue, delay: number | undefined): void {
  if (delay === undefined) return;
  if (queue.fifo && delay !== 0)
    throw invalidSqsValue(
      'DelaySeconds',
      delay,
      'The request include parameter that is not valid for this queue type.',
    );
  if (delay < 0 || delay > 900)
    throw invalidSqsValue('DelaySeconds', delay, 'DelaySeconds must be >= 0 and <= 900.');
}

function checkId(name: string, id: string | undefined): void {
  if (id === undefined || PUNCTUATED.test(id)) return;
  throw invalidSqsValue(
    name,
    id,
    `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
  );
}

/** Texts of a missing value as recorded on AWS; the others are ours. */
function checkMessageAttributes(attributes: Readonly<Record<string, MessageAttribute>>): void {
  const names = Object.keys(attributes);
  if (names.length > 10)
    throw invalidSqsParameter(
      `Number of message attributes [${names.length}] exceeds the allowed maximum [10].`,
    );
  for (const [name, { DataType = '', StringValue, BinaryValue }] of Object.entries(attributes)) {
    const [type = ''] = DataType.split('.');
    if (!['String', 'Number', 'Binary'].includes(type))
      throw invalidSqsParameter(
        `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
      );
    if (type === 'Binary' ? !BinaryValue?.length : !StringValue)
      throw invalidSqsParameter(
        `Message (user) attribute '${name}' must contain a non-empty value of type '${type === 'Binary' ? 'Binary' : 'String'}'.`,
      );
  }
}

function sizeOf({ MessageBody = '', MessageAttributes = {} }: Sent): number {
  const size = (text: string) => new TextEncoder().encode(text).length;
  return Object.entries(MessageAttributes).reduce(
    (sum, [name, { DataType = '', StringValue = '', BinaryValue }]) =>
      sum + size(name) + size(DataType) + (BinaryValue?.length ?? size(StringValue)),
    size(MessageBody),
  );
}
