import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { allow, deny, openAccount, trust } from './open.ts';

standStill();

const denied = (message: string) => ({ code: 'AccessDenied', message, status: 403 });

const WRONG_CODE = denied('MultiFactorAuthentication failed with invalid MFA one time pass code. ');

const WRONG_DEVICE = denied(
  'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
);

const ONE_OF_TWO = denied(
  'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
);

describe('a one-time code', () => {
  test('is taken once, by GetSessionToken and AssumeRole together', async () => {
    const { clock, admin, session, assume, role, device } = openAccount();
    await role('reader');
    const { SerialNumber, show } = await device('admin');
    const code = { SerialNumber, TokenCode: show(0) };
    expect((await session('admin', code))?.AccessKeyId).toMatch(/^ASIA/);
    expect(await refusal(session('admin', code))).toEqual(WRONG_CODE);
    expect(await refusal(assume(admin, 'reader', code))).toEqual(WRONG_CODE);
    clock.elapse(30_000);
    await assume(admin, 'reader', { SerialNumber, TokenCode: show(0) });
  });

  test("follows the account's time", async () => {
    const { clock, session, device } = openAccount();
    const { SerialNumber, show } = await device('admin');
    const TokenCode = show(0);
    clock.elapse(3_600_000);
    expect(await refusal(session('admin', { SerialNumber, TokenCode }))).toEqual(WRONG_CODE);
    await session('admin', { SerialNumber, TokenCode: show(0) });
  });

  test('is of the calling user, of a device that is known, and comes with its serial number', async () => {
    const { session, device, as, admin, assume, role } = openAccount({ alice: [] });
    await role('reader');
    const { SerialNumber, show } = await device('admin');
    const TokenCode = show(0);
    expect(await refusal(session('alice', { SerialNumber, TokenCode }))).toEqual(WRONG_DEVICE);
    const unknown = SerialNumber.replace('admin', 'nobody');
    expect(await refusal(session('admin', { SerialNumber: unknown, TokenCode }))).toEqual(WRONG_DEVICE);
    expect(await refusal(session('admin', { SerialNumber }))).toEqual(ONE_OF_TWO);
    expect(await refusal(session('admin', { TokenCode }))).toEqual(ONE_OF_TWO);
    expect(await refusal(assume(admin, 'reader', { TokenCode }))).toEqual(ONE_OF_TWO);
    const { Credentials } = await assume(admin, 'reader');
    expect(await refusal(assume(as(Credentials), 'reader', { SerialNumber, TokenCode }))).toEqual(
      WRONG_DEVICE,
    );
  });
});

describe('policies that ask for MFA', () => {
  const list = new ListBucketsCommand({});

  test('as a denial without: BoolIfExists', async () => {
    const Condition = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
    const account = openAccount({ alice: [allow('s3:*'), deny('*', { Condition })] });
    const { SerialNumber, show } = await account.device('alice');
    const message =
      'User: arn:aws:iam::123456789012:user/people/alice is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in an identity-based policy';
    expect(await refusal(account.user('alice').s3.send(list))).toEqual(denied(message));
    const without = account.as(await account.session('alice'));
    expect(await refusal(without.s3.send(list))).toEqual(denied(message));
    const session = account.as(await account.session('alice', { SerialNumber, TokenCode: show(0) }));
    await session.s3.send(list);
  });

  test('within a time: the age grows with the account', async () => {
    const Condition = { NumericLessThan: { 'aws:MultiFactorAuthAge': '600' } };
    const account = openAccount({ alice: [allow('s3:*', { Condition })] });
    const { SerialNumber, show } = await account.device('alice');
    const { s3 } = account.as(await account.session('alice', { SerialNumber, TokenCode: show(0) }));
    account.clock.elapse(599_999);
    await s3.send(list);
    account.clock.elapse(1);
    expect((await refusal(s3.send(list))).code).toBe('AccessDenied');
  });

  test('as a trust policy: with a code in the request, or a session that had one', async () => {
    const account = openAccount({ alice: [allow('sts:AssumeRole')] });
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    await account.role('careful', trust(undefined, { Condition }), [allow('s3:*')]);
    const { SerialNumber, show } = await account.device('alice');
    const alice = account.user('alice');
    const message =
      'User: arn:aws:iam::123456789012:user/people/alice is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/careful';
    expect(await refusal(account.assume(alice, 'careful'))).toEqual(denied(message));
    await account.assume(alice, 'careful', { SerialNumber, TokenCode: show(0) });
    const session = account.as(await account.session('alice', { SerialNumber, TokenCode: show(30) }));
    await account.assume(session, 'careful');
    const without = account.as(await account.session('alice'));
    expect(await refusal(account.assume(without, 'careful'))).toEqual(denied(message));
  });
});
