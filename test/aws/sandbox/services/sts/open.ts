import {
  CreateRoleCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetFederationTokenCommand,
  type GetFederationTokenCommandInput,
  GetSessionTokenCommand,
  type GetSessionTokenCommandInput,
  type Credentials as Issued,
} from '@aws-sdk/client-sts';
import { createManualClock, createRandom, createSandbox } from '../../../../../src/aws/sandbox/index.ts';
import { codeAt } from '../../../../../src/aws/sandbox/mfa/index.ts';
import { accountOf } from '../../account-of.ts';
import { START } from '../../practice.ts';
import { type Credentials, clientsOf } from '../../sdk.ts';

export const ACCOUNT = '123456789012';
export const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

export const policy = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
export const allow = (Action: string | string[], rest: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...rest,
});
export const deny = (Action: string | string[], rest: object = {}) => ({
  ...allow(Action, rest),
  Effect: 'Deny',
});
/** A trust policy. */
export const trust = (AWS: string | string[] = ACCOUNT, rest: object = {}) =>
  policy({
    Effect: 'Allow',
    Principal: { AWS },
    Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    ...rest,
  });

/** Users by their names, each with one key and these statements; `admin`, who may do all, is always there. */
export function openAccount(users: Readonly<Record<string, object[]>> = {}) {
  const statements = Object.entries({ admin: [allow('*')], ...users });
  const file = JSON.stringify({
    id: ACCOUNT,
    users: statements.map(([name, list]) => ({
      name,
      path: name === 'admin' ? '/' : '/people/',
      accessKeys: 1,
      policies: list.length > 0 ? [{ name: 'own', document: policy(...list) }] : [],
    })),
  });
  const account = accountOf(file);
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account, clock, random: createRandom('sts') });

  const as = (credentials: Credentials | Issued | undefined, region?: string) =>
    clientsOf(sandbox, toCredentials(credentials), region);
  const keyOf = (name: string) => sandbox.longTermKeys.find(({ userName }) => userName === name);
  const user = (name: string, region?: string) => as(keyOf(name), region);
  const admin = user('admin');

  return {
    sandbox,
    clock,
    as,
    keyOf,
    user,
    admin,
    session: async (name: string, input: GetSessionTokenCommandInput = {}) =>
      (await user(name).sts.send(new GetSessionTokenCommand(input))).Credentials,
    federated: async (name: string, input: Partial<GetFederationTokenCommandInput> = {}) =>
      (await user(name).sts.send(new GetFederationTokenCommand({ Name: 'visitor', ...input }))).Credentials,
    assume: async (who: ReturnType<typeof as>, name: string, input: Partial<AssumeRoleCommandInput> = {}) =>
      who.sts.send(new AssumeRoleCommand({ RoleArn: roleArn(name), RoleSessionName: 'practice', ...input })),
    /** A role that trusts, and may do, what is said. */
    role: async (name: string, trusted: object = trust(), may: object[] = [], rest: object = {}) => {
      const AssumeRolePolicyDocument = JSON.stringify(trusted);
      const { Role } = await admin.iam.send(
        new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument, ...rest }),
      );
      const put = { RoleName: name, PolicyName: 'own', PolicyDocument: JSON.stringify(policy(...may)) };
      if (may.length > 0) await admin.iam.send(new PutRolePolicyCommand(put));
      return Role;
    },
    /** Gives a user a virtual device; what it shows, some seconds from now. */
    device: async (name: string) => {
      const created = await admin.iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: name }));
      const { SerialNumber = '', Base32StringSeed } = created.VirtualMFADevice ?? {};
      const seed = new TextDecoder().decode(Base32StringSeed);
      const show = (seconds: number) => codeAt(seed, new Date(clock.account().getTime() + seconds * 1000));
      await admin.iam.send(
        new EnableMFADeviceCommand({
          ...{ UserName: name, SerialNumber },
          ...{ AuthenticationCode1: show(-60), AuthenticationCode2: show(-30) },
        }),
      );
      return { SerialNumber, show };
    },
  };
}

function toCredentials(given: Credentials | Issued | undefined): Credentials {
  if (!given) throw new Error('no credentials');
  if ('accessKeyId' in given) return given;
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken } = given;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}
