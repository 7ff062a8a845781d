import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import { toBase64 } from '@smithy/core/serde';
import type { Random } from '../../random/index.ts';
import type { TopicRecord } from './sns-state.ts';

/** A message as it was published, checked. */
export interface PublishedMessage {
  readonly id: string;
  readonly text: string;
  /** Texts for single protocols, where the message has a structure. */
  readonly texts: Readonly<Record<string, string>>;
  readonly subject: string | undefined;
  readonly attributes: Readonly<Record<string, MessageAttributeValue>>;
  readonly groupId: string | undefined;
  /** FIFO. */
  readonly deduplicationId?: string;
  /** FIFO. */
  readonly sequenceNumber?: string;
  readonly published: Date;
}

/** The text that a protocol gets. */
export function textFor(message: PublishedMessage, protocol: string): string {
  return message.texts[protocol] ?? message.text;
}

/**
 * A notification as subscribers get it that do not ask for the raw message. Source: Developer Guide, "Parsing Amazon SNS
 * message formats". Its signature is drawn by chance: the sandbox has no certificate of AWS, so nobody can verify it.
 */
export function notification(
  message: PublishedMessage,
  topic: TopicRecord,
  protocol: string,
  subscriptionArn: string,
  random: Random,
): string {
  const host = `https://sns.${topic.region}.amazonaws.com`;
  const signed = topic.fifo
    ? {}
    : {
        SignatureVersion: topic.attributes.get('SignatureVersion') ?? '1',
        Signature: `${random.text(342, SIGNATURE)}==`,
        SigningCertURL: `${host}/SimpleNotificationService-${random.text(32, HEX)}.pem`,
      };
  const texts = {
    Type: 'Notification',
    MessageId: message.id,
    SequenceNumber: message.sequenceNumber,
    TopicArn: topic.arn,
    Subject: message.subject,
    Message: textFor(message, protocol),
    Timestamp: message.published.toISOString(),
    ...signed,
    UnsubscribeURL: `${host}/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn}`,
  };
  const lines = Object.entries(texts).flatMap(([name, value]) =>
    value === undefined ? [] : [`"${name}" : ${JSON.stringify(value)}`],
  );
  const attributes = Object.entries(message.attributes).map(attributeLine);
  if (attributes.length > 0) lines.push(`"MessageAttributes" : {\n    ${attributes.join(',\n    ')}\n  }`);
  return `{\n  ${lines.join(',\n  ')}\n}`;
}

function attributeLine([name, attribute]: [string, MessageAttributeValue]): string {
  const { DataType, StringValue, BinaryValue } = attribute;
  const value = { Type: DataType, Value: BinaryValue ? toBase64(BinaryValue) : StringValue };
  return `${JSON.stringify(name)} : ${JSON.stringify(value)}`;
}

const HEX = '0123456789abcdef';
const SIGNATURE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
