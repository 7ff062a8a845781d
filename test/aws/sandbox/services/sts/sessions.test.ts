import { DeleteRoleCommand, GetRoleCommand, TagUserCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { type Call, calls, sign } from '../../calls.ts';
import { openSandbox, START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { ACCOUNT, allow, deny, openAccount, policy, roleArn, trust } from './open.ts';

standStill();

const ALICE = `arn:aws:iam::${ACCOUNT}:user/people/alice`;

const denied = (message: string) => ({ code: 'AccessDenied', message, status: 403 });

const buckets = new ListBucketsCommand({});

describe('the answer', () => {
  test('has the form of AWS, and the session works until it expires', async () => {
    const { admin, role, assume, as, clock } = openAccount();
    const made = await role('reader', trust(), [allow('s3:*')]);
    const { $metadata, Credentials, ...answer } = await assume(admin, 'reader', { DurationSeconds: 900 });
    expect(Credentials).toEqual({
      AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
      SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
      SessionToken: expect.stringMatching(/^IQoJb3JpZ2luX2Vj/),
      Expiration: new Date(START.getTime() + 900_000),
    });
    expect(answer).toEqual({
      AssumedRoleUser: {
        AssumedRoleId: `${made?.RoleId}:practice`,
        Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/reader/practice`,
      },
    });
    const { s3 } = as(Credentials);
    clock.elapse(899_999);
    await s3.send(buckets);
    clock.elapse(1);
    expect((await refusal(s3.send(buckets))).code).toBe('ExpiredToken');
  });

  test('lasts an hour where nothing else is asked', async () => {
    const { admin, role, assume } = openAccount();
    await role('reader', trust(), [], { MaxSessionDuration: 43_200 });
    const { Credentials } = await assume(admin, 'reader');
    expect(Credentials?.Expiration).toEqual(new Date(START.getTime() + 3_600_000));
  });

  test('ends with its role, which knows when it was used', async () => {
    const { admin, role, assume, as } = openAccount();
    await role('reader');
    const { sts } = as((await assume(admin, 'reader')).Credentials);
    await sts.send(new GetCallerIdentityCommand({}));
    const { Role } = await admin.iam.send(new GetRoleCommand({ RoleName: 'reader' }));
    expect(Role?.RoleLastUsed).toEqual({ LastUsedDate: START, Region: 'ap-northeast-1' });
    await admin.iam.send(new DeleteRoleCommand({ RoleName: 'reader' }));
    expect((await refusal(sts.send(new GetCallerIdentityCommand({})))).code).toBe('InvalidClientTokenId');
  });
});

describe('who may', () => {
  const refused = `User: ${ALICE} is not authorized to perform: sts:AssumeRole on resource: ${roleArn('reader')}`;
  const may = [allow('sts:AssumeRole')];

  test.each<[string, object[], object, string | undefined]>([
    ['trust in the account, and leave', may, trust(), undefined],
    [
      'trust in the account, no leave',
      [],
      trust(),
      `${refused} because no identity-based policy allows the sts:AssumeRole action`,
    ],
    ['trust in the user, no leave needed', [], trust(ALICE), undefined],
    ['trust in another', may, trust(`arn:aws:iam::${ACCOUNT}:user/admin`), refused],
    [
      'a denial of the user',
      [deny('sts:*')],
      trust(ALICE),
      `${refused} with an explicit deny in an identity-based policy`,
    ],
    [
      'a denial in the trust policy',
      may,
      policy(...trust().Statement, { ...trust(ALICE).Statement[0], Effect: 'Deny' }),
      `${refused} with an explicit deny in the role trust policy`,
    ],
    [
      'an external id',
      may,
      trust(undefined, { Condition: { StringEquals: { 'sts:ExternalId': 'secret-1' } } }),
      refused,
    ],
    [
      'a session name',
      may,
      trust(undefined, { Condition: { StringLike: { 'sts:RoleSessionName': '${aws:username}-*' } } }),
      refused,
    ],
    [
      'a principal tag',
      may,
      trust(undefined, { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }),
      refused,
    ],
  ])('%s', async (_name, own, trusted, message) => {
    const { user, role, assume } = openAccount({ alice: own });
    await role('reader', trusted);
    const call = assume(user('alice'), 'reader');
    if (message === undefined) expect((await call).AssumedRoleUser?.Arn).toContain('assumed-role/reader');
    else expect(await refusal(call)).toEqual(denied(message));
  });

  test('an unknown role is refused as one that trusts nobody', async () => {
    const { user, assume } = openAccount({ alice: may });
    expect(await refusal(assume(user('alice'), 'reader'))).toEqual(denied(refused));
  });

  test('external id, session name and tag open what they are asked for', async () => {
    const { admin, user, role, assume } = openAccount({ alice: may });
    await admin.iam.send(new TagUserCommand({ UserName: 'alice', Tags: [{ Key: 'Team', Value: 'blue' }] }));
    const Condition = {
      StringEquals: { 'sts:ExternalId': 'secret-1', 'aws:PrincipalTag/team': 'blue' },
      StringLike: { 'sts:RoleSessionName': '${aws:username}-*' },
    };
    await role('reader', trust(undefined, { Condition }));
    await assume(user('alice'), 'reader', { ExternalId: 'secret-1', RoleSessionName: 'alice-1' });
  });
});

async function getSessionToken(parameters: string, elapsed = 0) {
  const { sandbox, keyOf, clock } = openSandbox();
  clock.elapse(elapsed);
  const body = `Action=GetSessionToken&Version=2011-06-15${parameters}`;
  const call: Call = { ...calls.sts, body };
  const response = await sandbox.handle(await sign(call, keyOf('handson-user')));
  const text = await response.text();
  const read = (element: string) => new RegExp(`<${element}>([^<]+)</${element}>`).exec(text)?.[1];
  return { status: response.status, code: read('Code'), message: read('Message'), read, text };
}

const at = (value: string | number, member: string, demand: string) =>
  `Value '${value}' at '${member}' failed to satisfy constraint: Member must ${demand}`;

describe('GetSessionToken', () => {
  test.each([
    ['', '2026-01-05T12:00:00Z'],
    ['&DurationSeconds=900', '2026-01-05T00:15:00Z'],
    ['&DurationSeconds=129600', '2026-01-06T12:00:00Z'],
  ])('%s lasts until %s', async (parameters, expiration) => {
    expect((await getSessionToken(parameters)).read('Expiration')).toBe(expiration);
  });

  test("the expiration follows the account's time, in whole seconds", async () => {
    const { read } = await getSessionToken('&DurationSeconds=900', 3_600_999);
    expect(read('Expiration')).toBe('2026-01-05T01:15:00Z');
  });

  test('the answer is an envelope of the query protocol', async () => {
    const { text, read } = await getSessionToken('');
    expect(text.replace(read('SessionToken') ?? '', 'T').replace(read('SecretAccessKey') ?? '', 'S')).toMatch(
      /^<GetSessionTokenResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><GetSessionTokenResult><Credentials><AccessKeyId>ASIA[A-Z2-7]{16}<\/AccessKeyId><SecretAccessKey>S<\/SecretAccessKey><SessionToken>T<\/SessionToken><Expiration>2026-01-05T12:00:00Z<\/Expiration><\/Credentials><\/GetSessionTokenResult><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/GetSessionTokenResponse>\n$/,
    );
  });

  test.each([
    [
      '&DurationSeconds=600',
      `1 validation error detected: ${at(600, 'durationSeconds', 'have value greater than or equal to 900')}`,
    ],
    [
      '&DurationSeconds=129601',
      `1 validation error detected: ${at(129601, 'durationSeconds', 'have value less than or equal to 129600')}`,
    ],
    [
      '&SerialNumber=GAHT12345678&TokenCode=11111111111111',
      `1 validation error detected: ${at('11111111111111', 'tokenCode', 'have length less than or equal to 6')}`,
    ],
    [
      '&SerialNumber=GAHT12345678&TokenCode=abcdef',
      `1 validation error detected: ${at('abcdef', 'tokenCode', 'satisfy regular expression pattern: [\\d]*')}`,
    ],
    [
      '&SerialNumber=short',
      `1 validation error detected: ${at('short', 'serialNumber', 'have length greater than or equal to 9')}`,
    ],
    [
      '&DurationSeconds=1&TokenCode=12345',
      `2 validation errors detected: ${at(1, 'durationSeconds', 'have value greater than or equal to 900')}; ${at('12345', 'tokenCode', 'have length greater than or equal to 6')}`,
    ],
  ])('%s breaks a rule of the model', async (parameters, message) => {
    expect(await getSessionToken(parameters)).toMatchObject({
      status: 400,
      code: 'ValidationError',
      message,
    });
  });

  test('a duration that is no number is refused', async () => {
    expect(await getSessionToken('&DurationSeconds=1h')).toMatchObject({
      status: 400,
      code: 'MalformedInput',
    });
  });

  test.each([
    [
      '&SerialNumber=arn:aws:iam::123456789012:mfa/handson-user&TokenCode=123456',
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    ],
    [
      '&TokenCode=123456',
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    ],
  ])('%s: no user has an MFA device', async (parameters, message) => {
    expect(await getSessionToken(parameters)).toMatchObject({ status: 403, code: 'AccessDenied', message });
  });
});
