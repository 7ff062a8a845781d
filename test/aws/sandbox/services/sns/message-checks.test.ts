import { PublishBatchCommand, PublishCommand } from '@aws-sdk/client-sns';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openTopic, TOPIC } from './open-topic.ts';

standStill();

/** Recorded on AWS. */
describe('messages that are refused', () => {
  test.each([
    [
      'invalid^',
      'String',
      'x',
      "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.",
    ],
    ['.a', 'String', 'x', "Invalid message attribute name starting with character '.' was found."],
    ['a.', 'String', 'x', "Invalid message attribute name ending with character '.' was found."],
    ['a..b', 'String', 'x', "Message attribute name can not have successive '.' character."],
    ['a'.repeat(257), 'String', 'x', 'Length of message attribute name must be less than 256 bytes.'],
    [
      'a',
      'String',
      '',
      "The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'.",
    ],
    ['a', 'Binary', 'x', "The message attribute 'a' with type 'Binary' must use field 'Binary'."],
    [
      'a',
      'Nonsense',
      'x',
      "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.",
    ],
  ])('the attribute %s of type %s with %j', async (name, DataType, StringValue, message) => {
    const { sns, TopicArn } = await openTopic();
    const MessageAttributes = { [name]: { DataType, StringValue } };
    await expect(
      sns.send(new PublishCommand({ TopicArn, Message: 'x', MessageAttributes })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message,
    });
  });

  test.each([
    [['a'.repeat(81)], `The Id of a batch entry in the batch request is too long: ${'a'.repeat(81)}`],
    [
      ['message.id'],
      'The Id of a batch entry in the batch request contains an impermissible character: message.id',
    ],
    [['a', 'a'], 'Two or more batch entries in the request have the same Id.'],
    [
      Array.from({ length: 11 }, (_, n) => `id${n}`),
      'The batch request contains more entries than permissible.',
    ],
  ])('a batch with the ids %j', async (ids, message) => {
    const { sns, TopicArn } = await openTopic();
    const PublishBatchRequestEntries = ids.map((Id) => ({ Id, Message: 'x' }));
    await expect(sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }))).rejects.toThrow(
      message,
    );
  });

  test('a batch of which one entry is wrong is not published at all', async () => {
    const { sns, TopicArn, queue, subscribe } = await openTopic();
    const { arn, received } = await queue('jobs');
    await subscribe(arn);
    const PublishBatchRequestEntries = [
      { Id: 'a', Message: 'x' },
      { Id: 'b', Message: 'x', Subject: '' },
    ];
    await expect(sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }))).rejects.toThrow(
      'Invalid parameter: Subject',
    );
    expect(await received()).toEqual([]);
  });

  test('one that is empty, too long, or for another region', async () => {
    const { sns, TopicArn } = await openTopic();
    const publish = (Message: string, topic = TopicArn) =>
      sns.send(new PublishCommand({ TopicArn: topic, Message }));
    await expect(publish('')).rejects.toThrow('Invalid parameter: Empty message');
    await expect(publish('x'.repeat(262_145))).rejects.toThrow('Invalid parameter: Message too long');
    await expect(publish('x', TOPIC.replace('ap-northeast-1', 'us-east-1'))).rejects.toThrow(
      'Invalid parameter: TopicArn',
    );
    await expect(publish('x', 'a:b')).rejects.toThrow('An ARN must have at least 6 elements, not 2');
  });
});
