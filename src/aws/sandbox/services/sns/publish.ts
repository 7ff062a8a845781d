import type {
  PublishBatchInput,
  PublishBatchRequestEntry,
  PublishBatchResponse,
  PublishBatchResultEntry,
  PublishInput,
  PublishResponse,
} from '@aws-sdk/client-sns';
import { sha256Hex } from '../../../wire/sigv4/index.ts';
import { defineOperation, newRequestId, type OperationContext, ServiceError } from '../../operation/index.ts';
import { deliver } from './deliver.ts';
import { findTopic, onTopic, policyOf } from './find-topic.ts';
import { checkMessage, LARGEST, messageSize, readMessageStructure } from './message-checks.ts';
import { invalidParameter } from './sns-errors.ts';
import type { PublishedMessage } from './sns-message.ts';
import type { TopicRecord } from './sns-state.ts';

/** "The deduplication interval" (Developer Guide): five minutes. */
const DEDUPLICATION_MS = 300_000;

const arnOf = ({ input }: OperationContext<PublishInput>) => input.TopicArn ?? input.TargetArn ?? '';

export default {
  Publish: defineOperation<PublishInput, PublishResponse>({
    reads: [
      'TopicArn',
      'TargetArn',
      'Message',
      'Subject',
      'MessageStructure',
      'MessageAttributes',
      'MessageDeduplicationId',
      'MessageGroupId',
    ],
    access: {
      action: 'sns:Publish',
      resource: arnOf,
      namesResource: true,
      policy: (context) => policyOf(context.state, arnOf(context)),
    },
    handle: async (context) => {
      const { TopicArn, TargetArn } = context.input;
      if (TopicArn === undefined && TargetArn === undefined)
        throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter');
      if (TopicArn === undefined && /:endpoint\//.test(TargetArn ?? ''))
        throw invalidParameter('TargetArn Reason: No endpoint found for the target arn specified');
      const topic = findTopic(TopicArn ?? TargetArn, context);
      checkMessage(topic, context.input, 'messageAttributes');
      return publish(topic, context.input, context);
    },
  }),
  PublishBatch: defineOperation<PublishBatchInput, PublishBatchResponse>({
    reads: ['TopicArn', 'PublishBatchRequestEntries'],
    access: onTopic('Publish', 'TopicArn'),
    handle: async (context) => {
      const topic = findTopic(context.input.TopicArn, context);
      const entries = context.input.PublishBatchRequestEntries ?? [];
      checkEntries(entries);
      // A fault in one entry refuses the whole batch.
      for (const [index, entry] of entries.entries())
        checkMessage(topic, entry, `publishBatchRequestEntries.${index + 1}.member.messageAttributes`);
      const Successful: PublishBatchResultEntry[] = [];
      for (const entry of entries)
        Successful.push({ Id: entry.Id, ...(await publish(topic, entry, context)) });
      return { Successful, Failed: [] };
    },
  }),
};

async function publish(
  topic: TopicRecord,
  sent: PublishInput | PublishBatchRequestEntry,
  context: OperationContext<object>,
): Promise<PublishResponse> {
  const { Message: text = '', MessageStructure } = sent;
  const texts = MessageStructure === 'json' ? readMessageStructure(text) : {};
  const now = context.clock.account();
  const order = topic.fifo ? orderOf(topic, sent, now.getTime(), context) : undefined;
  if (order?.isRepeated) return { MessageId: order.id, SequenceNumber: order.sequence };
  const message: PublishedMessage = {
    id: order?.id ?? newRequestId(context.random),
    text: MessageStructure === 'json' ? (texts.default ?? '') : text,
    texts,
    subject: sent.Subject,
    attributes: sent.MessageAttributes ?? {},
    groupId: sent.MessageGroupId,
    deduplicationId: order?.deduplicationId,
    sequenceNumber: order?.sequence,
    published: now,
  };
  await deliver(message, topic, context);
  return { MessageId: message.id, SequenceNumber: message.sequenceNumber };
}

/** The place of a message in a FIFO topic; one that was published in the last five minutes keeps its own. */
function orderOf(
  topic: TopicRecord,
  sent: PublishInput,
  now: number,
  { random }: Pick<OperationContext<object>, 'random'>,
) {
  const deduplicationId = sent.MessageDeduplicationId ?? sha256Hex(sent.Message ?? '');
  const before = topic.publishedOnce.get(deduplicationId);
  if (before && now - before.at < DEDUPLICATION_MS) return { ...before, deduplicationId, isRepeated: true };
  topic.sequence += 1;
  // 20 digits, as seen on AWS.
  const sequence = `1${String(topic.sequence * 1_000).padStart(19, '0')}`;
  const order = { id: newRequestId(random), sequence, at: now };
  topic.publishedOnce.set(deduplicationId, order);
  return { ...order, deduplicationId, isRepeated: false };
}

/** Texts as recorded on AWS; the one for no entries is a public quote. */
function checkEntries(entries: readonly PublishBatchRequestEntry[]): void {
  const refuse = (code: string, message: string) => new ServiceError(400, `${code}Exception`, message);
  if (entries.length === 0)
    throw refuse('EmptyBatchRequest', "The batch request doesn't contain any entries.");
  if (entries.length > 10)
    throw refuse('TooManyEntriesInBatchRequest', 'The batch request contains more entries than permissible.');
  const ids = entries.map(({ Id = '' }) => Id);
  if (new Set(ids).size < ids.length)
    throw refuse('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  for (const id of ids) {
    if (id.length > 80)
      throw refuse('InvalidBatchEntryId', `The Id of a batch entry in the batch request is too long: ${id}`);
    if (!/^[\w-]+$/.test(id))
      throw refuse(
        'InvalidBatchEntryId',
        `The Id of a batch entry in the batch request contains an impermissible character: ${id}`,
      );
  }
  if (entries.reduce((sum, entry) => sum + messageSize(entry), 0) > LARGEST)
    throw refuse(
      'BatchRequestTooLong',
      'The length of all the messages put together is more than the limit.',
    );
}
