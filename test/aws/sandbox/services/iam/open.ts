import * as sdk from '@aws-sdk/client-iam';
import { createManualClock, createRandom, createSandbox } from '../../../../../src/aws/sandbox/index.ts';
import { accountOf } from '../../account-of.ts';
import { START } from '../../practice.ts';
import { type Credentials, clientsOf, refusal } from '../../sdk.ts';

const ACCOUNT = `
id: '123456789012'
users:
  - name: admin
    accessKeys: 1
    policies:
      - { name: all, document: { Version: '2012-10-17', Statement: { Effect: Allow, Action: '*', Resource: '*' } } }
  - { name: nobody, accessKeys: 1 }
`;

export const ALLOW = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
});
export const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'sts:AssumeRole' },
  ],
});
export const S3_READ = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';

type Answer = Record<string, never> & { readonly $metadata: unknown };
type Command = new (input: object) => never;

/** An account with an administrator and a user without permissions, each with a client for IAM. */
export function openIam(yaml = ACCOUNT) {
  const account = accountOf(yaml);
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account, clock, random: createRandom('iam') });
  const keyOf = (userName: string) => {
    const key = sandbox.longTermKeys.find((candidate) => candidate.userName === userName);
    if (!key) throw new Error(`${userName} has no key`);
    return key;
  };
  const clients = new Map<Credentials, sdk.IAMClient>();
  const clientOf = (credentials: Credentials): sdk.IAMClient => {
    const client = clients.get(credentials) ?? clientsOf(sandbox, credentials).iam;
    clients.set(credentials, client);
    return client;
  };
  const withKey = async (
    credentials: Credentials,
    operation: string,
    input: object = {},
  ): Promise<Answer> => {
    const Command = (sdk as unknown as Record<string, Command>)[`${operation}Command`];
    if (!Command) throw new Error(`no ${operation}`);
    const { $metadata, ...answer } = (await clientOf(credentials).send(new Command(input))) as Answer;
    return answer as Answer;
  };
  const call = (operation: string, input: object = {}) => withKey(keyOf('admin'), operation, input);
  return {
    sandbox,
    clock,
    keyOf,
    withKey,
    call,
    refused: (operation: string, input: object = {}) => refusal(call(operation, input)),
    callAsNobody: (operation: string, input: object = {}) => withKey(keyOf('nobody'), operation, input),
  };
}
