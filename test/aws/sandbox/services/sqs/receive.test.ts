import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
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
