import type {
  ChangeMessageVisibilityBatchRequest,
  ChangeMessageVisibilityBatchResult,
  ChangeMessageVisibilityRequest,
  DeleteMessageBatchRequest,
  DeleteMessageBatchResult,
  DeleteMessageRequest,
} from '@aws-sdk/client-sqs';
import { defineOperation, ServiceError } from '../../operation/index.ts';
import { checkEntries, perEntry } from './batch.ts';
import { findQueue, onQueue } from './find-queue.ts';
import { invalidSqsValue } from './sqs-errors.ts';
import type { Queue, QueuedMessage } from './sqs-state.ts';

export default {
  DeleteMessage: defineOperation<DeleteMessageRequest, object>({
    reads: ['QueueUrl', 'ReceiptHandle'],
    access: onQueue('DeleteMessage'),
    handle: (context) => {
      remove(findQueue(context), context.input.ReceiptHandle, context.clock.account().getTime());
      return {};
    },
  }),
  DeleteMessageBatch: defineOperation<DeleteMessageBatchRequest, DeleteMessageBatchResult>({
    reads: ['QueueUrl', 'Entries'],
    access: onQueue('DeleteMessage'),
    handle: (context) => {
      const queue = findQueue(context);
      const entries = context.input.Entries ?? [];
      checkEntries(entries, 'DeleteMessageBatchRequestEntry');
      const now = context.clock.account().getTime();
      return perEntry(entries, ({ ReceiptHandle }) => remove(queue, ReceiptHandle, now));
    },
  }),
  ChangeMessageVisibility: defineOperation<ChangeMessageVisibilityRequest, object>({
    reads: ['QueueUrl', 'ReceiptHandle', 'VisibilityTimeout'],
    access: onQueue('ChangeMessageVisibility'),
    handle: (context) => {
      const { ReceiptHandle, VisibilityTimeout } = context.input;
      return change(findQueue(context), ReceiptHandle, VisibilityTimeout, context.clock.account().getTime());
    },
  }),
  ChangeMessageVisibilityBatch: defineOperation<
    ChangeMessageVisibilityBatchRequest,
    ChangeMessageVisibilityBatchResult
  >({
    reads: ['QueueUrl', 'Entries'],
    access: onQueue('ChangeMessageVisibility'),
    handle: (context) => {
      const queue = findQueue(context);
      const entries = context.input.Entries ?? [];
      checkEntries(entries, 'ChangeMessageVisibilityBatchRequestEntry');
      const now = context.clock.account().getTime();
      return perEntry(entries, ({ ReceiptHandle, VisibilityTimeout }) =>
        change(queue, ReceiptHandle, VisibilityTimeout, now),
      );
    },
  }),
};

/** Deletes the message of a receipt; one that is gone already is no error. In a FIFO queue a receipt ends with its visibility timeout. */
function remove(queue: Queue, handle: string | undefined, now: number): object {
  const message = messageOf(queue, handle);
  if (message && queue.fifo && message.visibleAt <= now)
    throw invalidSqsValue('ReceiptHandle', handle, 'The receipt handle has expired.');
  queue.messages = queue.messages.filter((one) => one !== message);
  return {};
}

function change(queue: Queue, handle: string | undefined, seconds = 0, now: number): object {
  if (seconds < 0 || seconds > 43_200)
    throw invalidSqsValue('VisibilityTimeout', seconds, 'Must be between 0 and 43200, if provided.');
  const message = messageOf(queue, handle);
  if (!message?.inFlight || message.visibleAt <= now)
    // Source: memory of public issue threads.
    throw invalidSqsValue(
      'ReceiptHandle',
      handle,
      'Message does not exist or is not available for visibility timeout change.',
    );
  message.visibleAt = now + seconds * 1000;
  message.inFlight = seconds > 0;
  return {};
}

/** The message whose last receipt it is. Throws ReceiptHandleIsInvalid for a text that is no receipt handle at all. */
function messageOf(queue: Queue, handle = ''): QueuedMessage | undefined {
  if (!/^AQEB[A-Za-z0-9+/]{100,}={0,2}$/.test(handle))
    throw new ServiceError(
      404,
      'ReceiptHandleIsInvalid',
      `The input receipt handle "${handle}" is not a valid receipt handle.`,
    );
  return queue.messages.find(({ receiptHandle }) => receiptHandle === handle);
}
