import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { openQueue } from './open-queue.ts';

standStill();

describe('a standard queue', () => {
  test('hides a received message for its visibility timeout, by the account clock', async () => {
    const { clock, sqs, QueueUrl, bodies } = await openQueue();
    await sqs.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: 'hello',
        MessageAttributes: { city: { DataType: 'String', StringValue: 'Kyoto' } },
      }),
    );
    const { Messages: [message] = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'], AttributeNames: ['All'] }),
    );
    expect(message).toMatchObject({ Body: 'hello', MessageAttributes: { city: { StringValue: 'Kyoto' } } });
    expect(message?.Attributes).toMatchObject({
      ApproximateReceiveCount: '1',
      SentTimestamp: String(START.getTime()),
    });
    expect(await bodies()).toEqual([]);
    clock.elapse(30_000);
    expect(await bodies()).toEqual(['hello']);
    expect(await bodies({ WaitTimeSeconds: 20 })).toEqual([]);
    clock.elapse(15_000);
    expect(await bodies({ WaitTimeSeconds: 20 })).toEqual(['hello']);
  });

  test('delays, shows at once again, deletes, purges once a minute', async () => {
    const { clock, sqs, QueueUrl, bodies } = await openQueue({ DelaySeconds: '60' });
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'late' }));
    expect(await bodies()).toEqual([]);
    clock.elapse(60_000);
    const { Messages: [first] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    const { ReceiptHandle } = first ?? {};
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    expect(await bodies()).toEqual(['late']);
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    await expect(sqs.send(new PurgeQueueCommand({ QueueUrl }))).rejects.toMatchObject({
      name: 'PurgeQueueInProgress',
      message: 'Only one PurgeQueue operation on jobs is allowed every 60 seconds.',
      $metadata: { httpStatusCode: 403 },
    });
  });

  test('moves to its dead-letter queue what was received too often', async () => {
    const { clock, sqs, QueueUrl, bodies } = await openQueue();
    const dead = await sqs.send(new CreateQueueCommand({ QueueName: 'dead' }));
    const deadLetterTargetArn = 'arn:aws:sqs:ap-northeast-1:123456789012:dead';
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 1 });
    const source = await sqs.send(
      new CreateQueueCommand({ QueueName: 'source', Attributes: { RedrivePolicy } }),
    );
    await sqs.send(new SendMessageCommand({ QueueUrl: source.QueueUrl, MessageBody: 'poison' }));
    expect(await bodies({ QueueUrl: source.QueueUrl })).toEqual(['poison']);
    clock.elapse(30_000);
    expect(await bodies({ QueueUrl: source.QueueUrl })).toEqual([]);
    expect(await bodies({ QueueUrl: dead.QueueUrl })).toEqual(['poison']);
    expect(await bodies({ QueueUrl })).toEqual([]);
  });
});
