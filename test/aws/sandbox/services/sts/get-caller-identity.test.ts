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
import { readAccount } from '../../../../../src/aws/sandbox/account/index.ts';
import { createAccess } from '../../../../../src/aws/sandbox/authorization/index.ts';
import { catalogues, ServiceError } from '../../../../../src/aws/sandbox/errors/index.ts';
import { createManualClock, createRandom } from '../../../../../src/aws/sandbox/index.ts';
import { createState } from '../../../../../src/aws/sandbox/state/index.ts';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
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

/** Returns the answer of EC2 to a call that names a resource: no such operation is simulated yet. */
function refuseRunInstances(): string {
  const { account } = readAccount(
    JSON.stringify({ id: ACCOUNT, users: [{ name: 'admin', accessKeys: 1 }] }),
    'account',
  );
  if (!account) throw new Error('unread');
  // The same seed as the served account: the same account.
  const state = createState(account, createRandom('sts'));
  const [caller] = state.credentials.values();
  if (!caller) throw new Error('no key');
  const message = { headers: new Headers(), url: new URL('https://ec2.us-east-1.amazonaws.com/') };
  const context = { message, caller, state, clock: createManualClock(START), region: 'us-east-1' };
  const access = createAccess(context, catalogues.ec2);
  const resource = `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/*`;
  try {
    access.require({ action: 'ec2:RunInstances', resource, conditions: { 'ec2:InstanceType': 't3.micro' } });
  } catch (error) {
    if (error instanceof ServiceError) return error.message;
  }
  throw new Error('allowed');
}

describe('GetAccessKeyInfo', () => {
  test.each([
    ['ASIAQNZGKIQY56JQ7WML', '029608264753'],
    ['AKIAQNZGKIQY56JQ7WML', '029608264753'],
  ])('%s is of the account that it says', async (AccessKeyId, Account) => {
    const answer = await openAccount().admin.sts.send(new GetAccessKeyInfoCommand({ AccessKeyId }));
    expect(answer.Account).toBe(Account);
  });

  test('a key of the account itself', async () => {
    const { admin, keyOf, session } = openAccount();
    for (const AccessKeyId of [keyOf('admin')?.accessKeyId, (await session('admin'))?.AccessKeyId])
      expect((await admin.sts.send(new GetAccessKeyInfoCommand({ AccessKeyId }))).Account).toBe(ACCOUNT);
  });

  test('what is no key, and who may not ask', async () => {
    const { admin, user } = openAccount({ alice: [] });
    const ask = (sts: typeof admin.sts, AccessKeyId: string) =>
      refusal(sts.send(new GetAccessKeyInfoCommand({ AccessKeyId })));
    expect(await ask(admin.sts, 'AROAQNZGKIQY56JQ7WML')).toMatchObject({
      code: 'ValidationError',
      status: 400,
    });
    expect(await ask(admin.sts, 'AKIA')).toMatchObject({ code: 'ValidationError', status: 400 });
    expect(await ask(user('alice').sts, 'AKIAQNZGKIQY56JQ7WML')).toEqual({
      code: 'AccessDenied',
      message: `User: arn:aws:iam::${ACCOUNT}:user/people/alice is not authorized to perform: sts:GetAccessKeyInfo because no identity-based policy allows the sts:GetAccessKeyInfo action`,
      status: 403,
    });
  });
});

describe('DecodeAuthorizationMessage', () => {
  const [said = '', encoded = ''] = refuseRunInstances().split(' Encoded authorization failure message: ');
  const decode = (EncodedMessage: string) => new DecodeAuthorizationMessageCommand({ EncodedMessage });

  test('EC2 adds the message where an action has a resource', () => {
    expect(said).toBe(
      `You are not authorized to perform this operation. User: arn:aws:iam::${ACCOUNT}:user/admin is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:${ACCOUNT}:instance/* because no identity-based policy allows the ec2:RunInstances action.`,
    );
    expect(encoded).toMatch(/^[\w-]+$/);
  });

  test('says who asked for what, and in which circumstances', async () => {
    const { DecodedMessage = '' } = await openAccount().admin.sts.send(decode(encoded));
    const { context, ...rest } = JSON.parse(DecodedMessage);
    expect(rest).toEqual({
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      failures: { items: [] },
    });
    expect(context).toMatchObject({
      principal: { id: expect.stringMatching(/^AIDA/), arn: `arn:aws:iam::${ACCOUNT}:user/admin` },
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/*`,
    });
    expect(context.conditions.items).toContainEqual({
      key: 'aws:RequestedRegion',
      values: { items: [{ value: 'us-east-1' }] },
    });
    expect(context.conditions.items).toContainEqual({
      key: 'ec2:InstanceType',
      values: { items: [{ value: 't3.micro' }] },
    });
  });

  test.each([
    ['changed', `${encoded.slice(0, 100)}${encoded[100] === 'A' ? 'B' : 'A'}${encoded.slice(101)}`],
    ['cut off', encoded.slice(0, -5)],
    ['of another form', 'not base64 at all!'],
    ['of no length that base64 has', 'AAAAA'],
  ])('refuses a message that is %s', async (_how, message) => {
    expect(await refusal(openAccount().admin.sts.send(decode(message)))).toEqual({
      code: 'InvalidAuthorizationMessageException',
      message: 'Message is not valid',
      status: 400,
    });
  });
});
