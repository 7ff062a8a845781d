import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open(fifo = false) {
  const account = openService('sqs');
  const name = fifo ? { QueueName: 'q.fifo', Attributes: { FifoQueue: 'true' } } : { QueueName: 'q' };
  const { QueueUrl } = await account.call('CreateQueue', name);
  const more = fifo ? { MessageGroupId: 'g', MessageDeduplicationId: 'd' } : {};
  await account.call('SendMessage', { QueueUrl, MessageBody: 'x', ...more });
  const receive = async () => {
    const { Messages } = await account.call('ReceiveMessage', { QueueUrl });
    return (Messages as { ReceiptHandle: string }[] | undefined)?.[0]?.ReceiptHandle;
  };
  return { ...account, QueueUrl, receive };
}

test('a message can be shown again at once, and later than it would be', async () => {
  const { call, clock, QueueUrl, receive } = await open();
  const change = (ReceiptHandle: string | undefined, VisibilityTimeout: number) =>
    call('ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout });
  await change(await receive(), 0);
  const handle = await receive();
  await change(handle, 120);
  clock.elapse(60_000);
  expect(await receive()).toBeUndefined();
  clock.elapse(60_000);
  expect(await receive()).toBeDefined();
});

test('a deletion needs the last receipt only; once more is no error', async () => {
  const { call, refused, QueueUrl, receive } = await open();
  const ReceiptHandle = await receive();
  await call('DeleteMessage', { QueueUrl, ReceiptHandle });
  await call('DeleteMessage', { QueueUrl, ReceiptHandle });
  expect(
    await refused('ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout: 1 }),
  ).toMatchObject({
    message: expect.stringContaining(
      'Message does not exist or is not available for visibility timeout change.',
    ),
  });
  expect(await refused('DeleteMessage', { QueueUrl, ReceiptHandle: 'x' })).toMatchObject({
    code: 'ReceiptHandleIsInvalid',
  });
});

test('a receipt of a FIFO queue ends with its timeout', async () => {
  const { refused, clock, QueueUrl, receive } = await open(true);
  const ReceiptHandle = await receive();
  clock.elapse(31_000);
  expect(await refused('DeleteMessage', { QueueUrl, ReceiptHandle })).toMatchObject({
    message: expect.stringContaining('The receipt handle has expired.'),
  });
});

test('a batch tells which of its entries failed', async () => {
  const { call, QueueUrl, receive } = await open();
  const Entries = [
    { Id: 'good', ReceiptHandle: await receive() },
    { Id: 'bad', ReceiptHandle: 'x' },
  ];
  expect(await call('DeleteMessageBatch', { QueueUrl, Entries })).toMatchObject({
    Successful: [{ Id: 'good' }],
    Failed: [{ Id: 'bad', Code: 'ReceiptHandleIsInvalid', SenderFault: true }],
  });
});
