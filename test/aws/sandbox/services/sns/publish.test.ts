import { PublishCommand } from '@aws-sdk/client-sns';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openTopic } from './open-topic.ts';

standStill();

describe('a FIFO topic', () => {
  test('takes a message once in five minutes and hands its group to a FIFO queue', async () => {
    const { sns, clock, TopicArn, queue, subscribe } = await openTopic({
      FifoTopic: 'true',
      ContentBasedDeduplication: 'true',
    });
    const { arn, received } = await queue('jobs.fifo', { FifoQueue: 'true' });
    await subscribe(arn, { RawMessageDelivery: 'true' });
    const publish = () => sns.send(new PublishCommand({ TopicArn, Message: 'x', MessageGroupId: 'a' }));
    const [first, second] = [await publish(), await publish()];
    expect(first.SequenceNumber).toMatch(/^1\d{19}$/);
    expect(second).toMatchObject({ MessageId: first.MessageId, SequenceNumber: first.SequenceNumber });
    const messages = await received();
    expect(messages.map(({ Body }) => Body)).toEqual(['x']);
    expect(messages[0]?.Attributes?.MessageGroupId).toBe('a');
    clock.elapse(300_000);
    expect((await publish()).MessageId).not.toBe(first.MessageId);
  });

  test('wants a group and a deduplication id', async () => {
    const { sns, TopicArn } = await openTopic({ FifoTopic: 'true' });
    const publish = (more: object) => sns.send(new PublishCommand({ TopicArn, Message: 'x', ...more }));
    await expect(publish({})).rejects.toThrow('The MessageGroupId parameter is required for FIFO topics');
    await expect(publish({ MessageGroupId: 'a' })).rejects.toThrow(
      'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  });
});
