import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import {
  createManualClock,
  createRandom,
  createSandbox,
  readAccount,
} from '../../../../../src/aws/sandbox/index.ts';
import { START } from '../../practice.ts';
import { clientsOf } from '../../sdk.ts';

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
export function open() {
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
