import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import { ServiceError } from '../../errors/index.ts';
import { invalidMessageAttribute } from './sns-errors.ts';

/**
 * Checks the attributes of a message. `place`: their path in the request, for the error of the model. Texts as recorded on
 * AWS.
 */
export function checkMessageAttributes(
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
