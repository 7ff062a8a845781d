import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as streams from '@aws-sdk/client-dynamodb-streams';
import * as ec2 from '@aws-sdk/client-ec2';
import * as events from '@aws-sdk/client-eventbridge';
import * as iam from '@aws-sdk/client-iam';
import * as kms from '@aws-sdk/client-kms';
import * as lambda from '@aws-sdk/client-lambda';
import * as s3 from '@aws-sdk/client-s3';
import * as scheduler from '@aws-sdk/client-scheduler';
import * as secrets from '@aws-sdk/client-secrets-manager';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';
import * as ssm from '@aws-sdk/client-ssm';
import {
  type Account,
  createManualClock,
  createRandom,
  createSandbox,
} from '../../../../src/aws/sandbox/index.ts';
import { accountOf } from '../account-of.ts';
import { START } from '../practice.ts';
import { clientsOf, refusal } from '../sdk.ts';

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

/** An account with one user who may do everything and one who may do nothing. */
export const adminAccount = (): Account => accountOf(ACCOUNT);

/** The same account in a sandbox, and the SDK's clients of both users. */
export function openAccount(seed: string) {
  const account = adminAccount();
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account, clock, random: createRandom(seed) });
  const as = (name: string) => {
    const key = sandbox.longTermKeys.find(({ userName }) => userName === name);
    return clientsOf(sandbox, {
      accessKeyId: key?.accessKeyId ?? '',
      secretAccessKey: key?.secretAccessKey ?? '',
    });
  };
  return { clock, sandbox, admin: as('admin'), nobody: as('nobody') };
}

const packages = {
  cloudformation,
  cloudwatch,
  logs,
  dynamodb,
  ec2,
  events,
  iam,
  kms,
  lambda,
  s3,
  scheduler,
  secrets,
  sns,
  sqs,
  ssm,
  streams,
};
// biome-ignore lint/suspicious/noExplicitAny: a test knows the members that it reads.
type Answer = Record<string, any>;
type Client = { send(command: object): Promise<object> };
type Command = new (input: object) => never;

/** A fresh account, and the operations of a service by their names, as the administrator calls them. */
export function openService(service: keyof typeof packages) {
  const account = openAccount(service);
  const as =
    (clients: typeof account.admin, of: keyof typeof packages) =>
    async (operation: string, input: object = {}): Promise<Answer> => {
      const Command = (packages[of] as unknown as Record<string, Command>)[`${operation}Command`];
      if (!Command) throw new Error(`no ${operation}`);
      const { $metadata, ...answer } = (await (clients[of] as unknown as Client).send(
        new Command(input),
      )) as Answer;
      return answer;
    };
  const call = as(account.admin, service);
  return {
    ...account,
    call,
    /** The same of another service. */
    of: (other: keyof typeof packages) => as(account.admin, other),
    refused: (operation: string, input: object = {}) => refusal(call(operation, input)),
    callAsNobody: as(account.nobody, service),
  };
}
