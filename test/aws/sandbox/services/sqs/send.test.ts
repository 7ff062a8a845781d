import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  createManualClock,
  createRandom,
  createSandbox,
  readAccount,
} from '../../../../../src/aws/sandbox/index.ts';
import { START } from '../../practice.ts';
import { clientsOf } from '../../sdk.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

const ACCOUNT = `
id: "123456789012"
users:
  - name: admin
    accessKeys: 1
    policies:
      - name: all
        document: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }
  - name: nobody
    accessKeys: 1
`;

/** The SDK, which speaks JSON to SQS and checks the MD5 of every answer. */
function open() {
  const { account, problems } = readAccount(ACCOUNT, 'account.yaml');
  if (!account) throw new Error(JSON.stringify(problems));
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account, clock, random: createRandom('sqs') });
  const as = (name: string) => {
    const key = sandbox.longTermKeys.find(({ userName }) => userName === name);
    return clientsOf(sandbox, {
      accessKeyId: key?.accessKeyId ?? '',
      secretAccessKey: key?.secretAccessKey ?? '',
    }).sqs;
  };
  return { clock, sqs: as('admin'), nobody: as('nobody') };
}

async function openQueue(attributes: Record<string, string> = {}, name = 'jobs') {
  const practice = open();
  const { QueueUrl = '' } = await practice.sqs.send(
    new CreateQueueCommand({ QueueName: name, Attributes: attributes }),
  );
  const bodies = async (more: object = {}) =>
    (
      await practice.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))
    ).Messages?.map(({ Body }) => Body) ?? [];
  return { ...practice, QueueUrl, bodies };
}

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
