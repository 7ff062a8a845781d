import { expect, test } from 'vitest';
import { checkAttributes } from '../../../../../src/aws/sandbox/services/sqs/queue-attributes.ts';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

// API reference, SetQueueAttributes.
test.each([
  ['VisibilityTimeout', '43200', '43201'],
  ['MessageRetentionPeriod', '60', '59'],
  ['DelaySeconds', '900', '901'],
  ['ReceiveMessageWaitTimeSeconds', '20', '-1'],
  ['MaximumMessageSize', '1048576', '1048577'],
  ['SqsManagedSseEnabled', 'false', 'no'],
  ['Policy', '{"Statement":[{"Effect":"Allow","Principal":"*"}]}', '{"Statement":[{"Effect":"Allow"}]}'],
])('%s may be %s, and not %s', (name, right, wrong) => {
  expect(() => checkAttributes({ [name]: right }, false)).not.toThrow();
  expect(() => checkAttributes({ [name]: wrong }, false)).toThrow(
    expect.objectContaining({
      code: 'InvalidAttributeValue',
      message: `Invalid value for the parameter ${name}.`,
    }),
  );
});

test.each([
  ['Other', 'Unknown Attribute Other.'],
  ['FifoQueue', 'Unknown Attribute FifoQueue.'],
  ['DeduplicationScope', 'You can specify the DeduplicationScope only when FifoQueue is set to true.'],
])('%s is no attribute of a standard queue', (name, message) => {
  expect(() => checkAttributes({ [name]: 'true' }, false)).toThrow(
    expect.objectContaining({ code: 'InvalidAttributeName', message }),
  );
});

test('a queue tells what is asked of it, and counts its messages', async () => {
  const { call, refused } = openService('sqs');
  const { QueueUrl } = await call('CreateQueue', { QueueName: 'q' });
  for (const DelaySeconds of [0, 0, 60])
    await call('SendMessage', { QueueUrl, MessageBody: 'x', DelaySeconds });
  await call('ReceiveMessage', { QueueUrl });
  const { Attributes } = await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] });
  expect(Attributes).toMatchObject({
    ...{ ApproximateNumberOfMessages: '1', ApproximateNumberOfMessagesNotVisible: '1' },
    ...{ ApproximateNumberOfMessagesDelayed: '1', VisibilityTimeout: '30', MessageRetentionPeriod: '345600' },
    QueueArn: 'arn:aws:sqs:ap-northeast-1:123456789012:q',
  });
  expect(Attributes).not.toHaveProperty('FifoQueue');
  expect(await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['DelaySeconds'] })).toEqual({
    Attributes: { DelaySeconds: '0' },
  });
  expect(await refused('GetQueueAttributes', { QueueUrl, AttributeNames: ['Other'] })).toMatchObject({
    message: 'Unknown Attribute Other.',
  });
});

test.each([
  ['{}', 'Redrive policy does not contain mandatory attribute: deadLetterTargetArn.'],
  [
    '{"deadLetterTargetArn":"arn:aws:sqs:ap-northeast-1:123456789012:q","maxReceiveCount":0}',
    'maxReceiveCount',
  ],
  [
    '{"deadLetterTargetArn":"arn:aws:sqs:ap-northeast-1:123456789012:none","maxReceiveCount":3}',
    'does not exist',
  ],
])('the redrive policy %s is refused', async (RedrivePolicy, reason) => {
  const { call, refused } = openService('sqs');
  const { QueueUrl } = await call('CreateQueue', { QueueName: 'q' });
  expect(await refused('SetQueueAttributes', { QueueUrl, Attributes: { RedrivePolicy } })).toMatchObject({
    message: expect.stringContaining(reason),
  });
});
