import { GetUserCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  DecodeAuthorizationMessageCommand,
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
} from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../iam/time.ts';
import { ACCOUNT, allow, openAccount, policy, roleArn } from './open.ts';

standStill();

/** One of each kind of credentials, made once: no test changes the account. */
let made: ReturnType<typeof make> | undefined;
function everyone(): ReturnType<typeof make> {
  made ??= make();
  return made;
}

async function make() {
  const account = openAccount();
  const { admin, as, session, federated, assume, role, device } = account;
  await role('reader', undefined, [allow('*')], { Path: '/teams/' });
  const { SerialNumber, show } = await device('admin');
  const { Credentials } = await assume(admin, 'teams/reader');
  const Policy = JSON.stringify(policy(allow('*')));
  return {
    'long-term': admin,
    session: as(await session('admin')),
    'session with MFA': as(await session('admin', { SerialNumber, TokenCode: show(0) })),
    federated: as(await federated('admin', { Policy })),
    'assumed role': as(Credentials),
  };
}

type Kind = keyof Awaited<ReturnType<typeof make>>;
const kinds: Kind[] = ['long-term', 'session', 'session with MFA', 'federated', 'assumed role'];

describe('GetCallerIdentity', () => {
  const user = [`arn:aws:iam::${ACCOUNT}:user/admin`, /^AIDA[A-Z2-7]{17}$/] as const;
  test.each<[Kind, string, RegExp]>([
    ['long-term', ...user],
    ['session', ...user],
    ['session with MFA', ...user],
    ['federated', `arn:aws:sts::${ACCOUNT}:federated-user/visitor`, /^123456789012:visitor$/],
    ['assumed role', `arn:aws:sts::${ACCOUNT}:assumed-role/reader/practice`, /^AROA[A-Z2-7]{17}:practice$/],
  ])('%s', async (kind, Arn, userId) => {
    const { $metadata, ...identity } = await (await everyone())[kind].sts.send(
      new GetCallerIdentityCommand({}),
    );
    expect(identity).toEqual({ Account: ACCOUNT, Arn, UserId: expect.stringMatching(userId) });
  });
});

const operations = {
  GetCallerIdentity: new GetCallerIdentityCommand({}),
  GetSessionToken: new GetSessionTokenCommand({}),
  GetFederationToken: new GetFederationTokenCommand({ Name: 'visitor' }),
  AssumeRole: new AssumeRoleCommand({ RoleArn: roleArn('teams/reader'), RoleSessionName: 'again' }),
  GetAccessKeyInfo: new GetAccessKeyInfoCommand({ AccessKeyId: 'ASIAQNZGKIQY56JQ7WML' }),
  DecodeAuthorizationMessage: new DecodeAuthorizationMessageCommand({ EncodedMessage: 'abc' }),
};

/** Operations open to each kind; all others are closed. */
const open: Readonly<Record<Kind, readonly string[]>> = {
  'long-term': Object.keys(operations),
  session: ['GetCallerIdentity', 'AssumeRole'],
  'session with MFA': ['GetCallerIdentity', 'AssumeRole'],
  federated: ['GetCallerIdentity'],
  'assumed role': ['GetCallerIdentity', 'AssumeRole', 'GetAccessKeyInfo', 'DecodeAuthorizationMessage'],
};

describe.each(kinds)('STS, called with credentials of kind %s', (kind) => {
  test.each(Object.keys(operations) as (keyof typeof operations)[])('%s', async (name) => {
    const { sts } = (await everyone())[kind];
    const answer = await sts.send(operations[name] as GetCallerIdentityCommand).then(
      () => 'done',
      ({ message }: Error) => message,
    );
    const closed = `Cannot call ${name} with session credentials`;
    expect(answer === closed).toBe(!open[kind].includes(name));
    if (open[kind].includes(name) && name !== 'DecodeAuthorizationMessage') expect(answer).toBe('done');
  });
});

describe('IAM, called with credentials of each kind', () => {
  test.each<[Kind, boolean]>([
    ['long-term', true],
    ['session', false],
    ['session with MFA', true],
    ['federated', false],
    ['assumed role', true],
  ])('%s', async (kind, isOpen) => {
    const { iam } = (await everyone())[kind];
    if (isOpen) expect((await iam.send(new ListUsersCommand({}))).Users).toHaveLength(1);
    else
      expect(await refusal(iam.send(new ListUsersCommand({})))).toEqual({
        code: 'InvalidClientTokenId',
        message: 'The security token included in the request is invalid',
        status: 403,
      });
  });

  test('a session with MFA is the user itself', async () => {
    const { iam } = (await everyone())['session with MFA'];
    expect((await iam.send(new GetUserCommand({}))).User?.UserName).toBe('admin');
  });
});
