import type { MessageAttributeValue, PublishInput } from '@aws-sdk/client-sns';
import { ServiceError } from '../../operation/index.ts';
import { invalidMessageAttribute, invalidParameter } from './sns-errors.ts';
import type { TopicRecord } from './sns-state.ts';

/** "Messages can contain up to 256 KB" (API reference, Publish). */
export const LARGEST = 262_144;
const PUNCTUATED = /^[\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]{1,128}$/;

type Sent = Omit<PublishInput, 'TopicArn' | 'TargetArn' | 'PhoneNumber'>;

/** Checks a message, whose attributes stand at `place` in the request. Texts as recorded on AWS or quoted by its users. */
export function checkMessage(topic: TopicRecord, sent: Sent, place: string): void {
  const { Message = '', Subject, MessageStructure, MessageGroupId, MessageDeduplicationId } = sent;
  if (Message === '') throw invalidParameter('Empty message');
  if (new TextEncoder().encode(Message).length > LARGEST) throw invalidParameter('Message too long');
  if (Subject !== undefined && !isSubject(Subject)) throw invalidParameter('Subject');
  if (MessageStructure !== undefined && MessageStructure !== 'json')
    throw invalidParameter(`MessageStructure: ${MessageStructure}`);
  if (MessageStructure === 'json') readMessageStructure(Message);
  if (topic.fifo && MessageGroupId === undefined)
    throw invalidParameter('The MessageGroupId parameter is required for FIFO topics');
  if (topic.fifo && MessageDeduplicationId === undefined && !deduplicatesByContent(topic))
    throw invalidParameter(
      'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  if (!topic.fifo && MessageDeduplicationId !== undefined)
    throw invalidParameter(
      'MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type',
    );
  for (const [name, id] of Object.entries({ MessageGroupId, MessageDeduplicationId }))
    if (id !== undefined && !PUNCTUATED.test(id))
      throw invalidParameter(`${name} Reason: ${name} is invalid`);
  checkMessageAttributes(sent.MessageAttributes ?? {}, place);
  if (messageSize(sent) > LARGEST) throw invalidParameter('Message too long');
}

function deduplicatesByContent(topic: TopicRecord): boolean {
  return topic.attributes.get('ContentBasedDeduplication') === 'true';
}

/** "must be ASCII text ..., begins with a letter, number, or punctuation mark, has no line breaks, less than 100 characters" (API reference). */
function isSubject(text: string): boolean {
  return /^[!-~][ -~]{0,99}$/.test(text);
}

/** The texts of a message with a structure, by their protocols. Throws InvalidParameter. */
export function readMessageStructure(text: string): Record<string, string> {
  let texts: unknown;
  try {
    texts = JSON.parse(text);
  } catch {
    throw invalidParameter('Message Structure - JSON message body failed to parse');
  }
  const entries = Object.entries(Object(texts)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const structure = Object.fromEntries(entries);
  if (structure.default === undefined)
    throw invalidParameter('Message Structure - No default entry in JSON message body');
  return structure;
}

/** The bytes of a message with its attributes. */
export function messageSize({ Message = '', MessageAttributes = {} }: Sent): number {
  const size = (text: string) => new TextEncoder().encode(text).length;
  return Object.entries(MessageAttributes).reduce(
    (sum, [name, { DataType = '', StringValue = '', BinaryValue }]) =>
      sum + size(name) + size(DataType) + (BinaryValue?.length ?? size(StringValue)),
    size(Message),
  );
}

/**
 * Checks the attributes of a message. `place`: their path in the request, for the error of the model. Texts as recorded on
 * AWS.
 */
function checkMessageAttributes(
  attributes: Readonly<Record<string, MessageAttributeValue>>,
  place: string,
): void {
  for (const [name, { DataType }] of Object.entries(attributes))
    if (DataType === undefined)
      throw new ServiceError(
        400,
        'ValidationError',
        `1 validation error detected: Value null at '${place}.${name}.member.dataType' failed to satisfy constraint: Member must not be null`,
      );
  for (const [name, attribute] of Object.entries(attributes)) {
    checkName(name);
    checkValue(name, attribute);
  }
}

function checkName(name: string): void {
  if (new TextEncoder().encode(name).length > 256)
    throw invalidMessageAttribute('Length of message attribute name must be less than 256 bytes.');
  const odd = /[^\w.-]/.exec(name)?.[0];
  if (odd !== undefined)
    throw invalidMessageAttribute(
      `Invalid non-alphanumeric character '#x${odd.charCodeAt(0).toString(16).toUpperCase()}' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.`,
    );
  if (name.startsWith('.'))
    throw invalidMessageAttribute("Invalid message attribute name starting with character '.' was found.");
  if (name.endsWith('.'))
    throw invalidMessageAttribute("Invalid message attribute name ending with character '.' was found.");
  if (name.includes('..'))
    throw invalidMessageAttribute("Message attribute name can not have successive '.' character.");
}

function checkValue(name: string, { DataType = '', StringValue, BinaryValue }: MessageAttributeValue): void {
  const [type = ''] = DataType.split('.');
  if (!['String', 'Number', 'Binary'].includes(type))
    throw invalidMessageAttribute(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  const [field, own, other] =
    type === 'Binary' ? ['Binary', BinaryValue, StringValue] : ['String', StringValue, BinaryValue];
  if (own?.length) return;
  throw invalidMessageAttribute(
    other?.length
      ? `The message attribute '${name}' with type '${type}' must use field '${field}'.`
      : `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${type}'.`,
  );
}
