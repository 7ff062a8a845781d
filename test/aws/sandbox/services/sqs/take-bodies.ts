import type { openService } from '../open.ts';

type Call = ReturnType<typeof openService>['call'];

/** Bodies of the messages in a queue, which are gone then. */
export async function takeBodies(sqs: Call, QueueUrl: string): Promise<string[]> {
  const { Messages = [] } = await sqs('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10 });
  for (const { ReceiptHandle } of Messages) await sqs('DeleteMessage', { QueueUrl, ReceiptHandle });
  return Messages.map(({ Body = '' }: { Body?: string }) => Body);
}
