import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { open, openQueue } from './open-queue.ts';

standStill();

describe('what SQS refuses', () => {
  test('a queue that is not there, by both of its codes', async () => {
    const { sqs } = open();
    const QueueUrl = 'https://sqs.ap-northeast-1.amazonaws.com/123456789012/none';
    await expect(sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
      Code: 'AWS.SimpleQueueService.NonExistentQueue',
      message: 'The specified queue does not exist.',
    });
  });

  test('another value for an attribute of a queue, attributes of FIFO queues, a batch with an id twice', async () => {
    const { sqs, QueueUrl } = await openQueue();
    const create = (QueueName: string, Attributes: Record<string, string>) =>
      sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
    await expect(create('jobs', { DelaySeconds: '1' })).rejects.toThrow(
      'A queue already exists with the same name and a different value for attribute DelaySeconds',
    );
    await expect(create('other', { DeduplicationScope: 'queue' })).rejects.toThrow(
      'You can specify the DeduplicationScope only when FifoQueue is set to true.',
    );
    const Entries = ['a', 'a'].map((Id) => ({ Id, MessageBody: 'x' }));
    await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toThrow(
      'Id a repeated.',
    );
  });

  test('a caller whom no policy allows, until the policy of the queue does', async () => {
    const { sqs, nobody, QueueUrl } = await openQueue();
    const send = () => nobody.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    await expect(send()).rejects.toThrow(
      /^User: arn:aws:iam::123456789012:user\/nobody is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:ap-northeast-1:123456789012:jobs because no /,
    );
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::123456789012:user/nobody' },
          Action: 'sqs:SendMessage',
          Resource: '*',
        },
      ],
    });
    const { SetQueueAttributesCommand } = await import('@aws-sdk/client-sqs');
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
    expect((await send()).MessageId).toMatch(/^[\da-f-]{36}$/);
    const got = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(got.Attributes).toMatchObject({
      Policy,
      ApproximateNumberOfMessages: '1',
      VisibilityTimeout: '30',
    });
  });

  test('a receipt handle that is none', async () => {
    const { sqs, QueueUrl } = await openQueue();
    await expect(sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'x' }))).rejects.toMatchObject({
      name: 'ReceiptHandleIsInvalid',
      message: 'The input receipt handle "x" is not a valid receipt handle.',
    });
  });
});
