import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { openAccount } from '../open.ts';

/** The SDK, which speaks JSON to SQS and checks the MD5 of every answer. */
export function open() {
  const { clock, admin, nobody } = openAccount('sqs');
  return { clock, sqs: admin.sqs, nobody: nobody.sqs };
}

export async function openQueue(attributes: Record<string, string> = {}, name = 'jobs') {
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
