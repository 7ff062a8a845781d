import type { Message } from '@aws-sdk/client-sqs';
import { parseEventPattern } from '../../event-pattern/index.ts';
import { type FilterPolicy, matchesBody } from '../../filter-policy/index.ts';
import { ServiceError } from '../../operation/index.ts';
import { queueUrlOf } from './event-source-settings.ts';
import type { EventSourceMapping } from './event-source-state.ts';
import { executionIdentity } from './execution-role.ts';
import { giveBatch } from './give-batch.ts';
import type { RunContext } from './run-function.ts';
import type { Reader } from './stream-source.ts';

/** SQS gives no more at once. */
const MOST_AT_ONCE = 10;
/** A function that sends to its own queue would never end: the rest waits for the next look. Our choice. */
const MOST_BATCHES = 100;

/** Gives the messages of a queue to the function, batch by batch; those that it has done with are deleted. */
export async function pollQueue(
  mapping: EventSourceMapping,
  reader: Reader,
  context: RunContext,
): Promise<void> {
  const { settings } = mapping;
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const messages = await receive(mapping, reader, context);
    if (messages.length === 0) return;
    const patterns = settings.filters?.map((filter) => parseEventPattern(filter));
    const wanted = messages.filter((message) => passes(message, patterns));
    const failed = wanted.length > 0 ? await handle(wanted, mapping, reader, context) : [];
    const done = messages.filter(({ MessageId = '' }) => !failed.includes(MessageId));
    for (const { ReceiptHandle } of done)
      await ask(mapping, reader, context, 'DeleteMessage', { ReceiptHandle });
  }
}

/** Receives up to a batch; none where the role may not, or the queue is gone. */
async function receive(mapping: EventSourceMapping, reader: Reader, context: RunContext): Promise<Message[]> {
  const messages: Message[] = [];
  const names = { AttributeNames: ['All'], MessageAttributeNames: ['All'], WaitTimeSeconds: 0 };
  for (;;) {
    const wanted = Math.min(MOST_AT_ONCE, mapping.settings.batchSize - messages.length);
    if (wanted === 0) return messages;
    const input = { ...names, MaxNumberOfMessages: wanted };
    const answer = await ask(mapping, reader, context, 'ReceiveMessage', input);
    const { Messages = [] } = answer as { Messages?: Message[] };
    if (Messages.length === 0) return messages;
    messages.push(...Messages);
  }
}

/** Asks the queue as the function's role. What is refused is as if there were no messages. */
async function ask(
  { sourceArn, region }: EventSourceMapping,
  reader: Reader,
  { call }: RunContext,
  operation: string,
  more: object,
): Promise<object> {
  const as = executionIdentity(reader.one, reader.version);
  const input = { QueueUrl: queueUrlOf(sourceArn), ...more };
  try {
    return await call({ service: 'sqs', operation, region, as, input });
  } catch (error) {
    if (error instanceof ServiceError) return {};
    throw error;
  }
}

/** Runs the function with a batch; the ids of the messages that go back to the queue when their visibility timeout ends. */
async function handle(
  messages: readonly Message[],
  mapping: EventSourceMapping,
  reader: Reader,
  context: RunContext,
): Promise<readonly string[]> {
  const { sourceArn, region } = mapping;
  const event = JSON.stringify({ Records: messages.map((message) => toRecord(message, sourceArn, region)) });
  const ids = messages.map(({ MessageId = '' }) => MessageId);
  return giveBatch(event, ids, mapping, reader, context);
}

/** A record of the event (Developer Guide, "Using Lambda with Amazon SQS"; members as recorded on AWS). */
function toRecord(message: Message, eventSourceARN: string, awsRegion: string) {
  const { MessageId, ReceiptHandle, Body, Attributes, MessageAttributes = {} } = message;
  const { MD5OfBody, MD5OfMessageAttributes } = message;
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes,
    messageAttributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { StringValue, DataType }]) => [
        name,
        { stringValue: StringValue, stringListValues: [], binaryListValues: [], dataType: DataType },
      ]),
    ),
    md5OfBody: MD5OfBody,
    md5OfMessageAttributes: MD5OfMessageAttributes ?? null,
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion,
  };
}

/** Developer Guide, "Filter event messages": a pattern sees a body of JSON as what it means, any other as a text. */
function passes({ Body = '' }: Message, patterns: readonly FilterPolicy[] | undefined): boolean {
  if (!patterns) return true;
  const text = JSON.stringify({ body: readJson(Body) ?? Body });
  return patterns.some((pattern) => matchesBody(pattern, text));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
