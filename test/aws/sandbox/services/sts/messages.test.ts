import { DecodeAuthorizationMessageCommand, GetAccessKeyInfoCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { readAccount } from '../../../../../src/aws/sandbox/account/index.ts';
import { createAccess } from '../../../../../src/aws/sandbox/authorization/index.ts';
import { catalogues, ServiceError } from '../../../../../src/aws/sandbox/errors/index.ts';
import { createManualClock, createRandom } from '../../../../../src/aws/sandbox/index.ts';
import { createState } from '../../../../../src/aws/sandbox/state/index.ts';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../iam/time.ts';
import { ACCOUNT, openAccount } from './open.ts';

standStill();

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
