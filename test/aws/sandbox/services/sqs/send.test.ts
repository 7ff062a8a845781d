import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openQueue } from './open-queue.ts';

standStill();

describe('a FIFO queue', () => {
  test('sends once in five minutes, and keeps the order of a group', async () => {
    const fifo = { FifoQueue: 'true', ContentBasedDeduplication: 'true' };
    const { clock, sqs, QueueUrl, bodies } = await openQueue(fifo, 'jobs.fifo');
    for (const MessageBody of ['1', '1', '2'])
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: 'a' }));
    expect(await bodies({ MaxNumberOfMessages: 1 })).toEqual(['1']);
    expect(await bodies()).toEqual([]);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'b', MessageGroupId: 'b' }));
    expect(await bodies()).toEqual(['b']);
    clock.elapse(30_000);
    expect(await bodies()).toEqual(['1', '2', 'b']);
  });

  test('refuses what has no group or no deduplication id', async () => {
    const { sqs, QueueUrl } = await openQueue({ FifoQueue: 'true' }, 'jobs.fifo');
    await expect(sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))).rejects.toThrow(
      'The request must contain the parameter MessageGroupId.',
    );
    await expect(
      sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageGroupId: 'a' })),
    ).rejects.toThrow('The queue should either have ContentBasedDeduplication enabled');
  });
});
