import { CreatePolicyCommand, DeleteRoleCommand, GetRoleCommand, TagUserCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { type AssumeRoleCommandInput, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../iam/time.ts';
import { ACCOUNT, allow, deny, openAccount, policy, roleArn, trust } from './open.ts';

standStill();

const ALICE = `arn:aws:iam::${ACCOUNT}:user/people/alice`;
const denied = (message: string) => ({ code: 'AccessDenied', message, status: 403 });
const invalid = (message: string) => ({ code: 'ValidationError', message, status: 400 });
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

describe('the duration', () => {
  const chained = invalid(
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  );

  test.each<[number, number | undefined, object]>([
    [
      7200,
      undefined,
      invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
    ],
    [7201, 7200, invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')],
    [
      600,
      undefined,
      invalid(
        "1 validation error detected: Value '600' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
      ),
    ],
    [
      43_201,
      43_200,
      invalid(
        "1 validation error detected: Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
      ),
    ],
  ])('%i seconds of at most %s', async (DurationSeconds, MaxSessionDuration, error) => {
    const { admin, role, assume } = openAccount();
    await role('reader', trust(), [], { MaxSessionDuration });
    expect(await refusal(assume(admin, 'reader', { DurationSeconds }))).toEqual(error);
  });

  test('is an hour at most from a session, of a role as of a user', async () => {
    const { admin, session, role, assume, as } = openAccount();
    await role('first', trust(), [allow('sts:AssumeRole')]);
    await role('second', trust(), [], { MaxSessionDuration: 7200 });
    await assume(admin, 'second', { DurationSeconds: 7200 });
    for (const credentials of [(await assume(admin, 'first')).Credentials, await session('admin')]) {
      expect(await refusal(assume(as(credentials), 'second', { DurationSeconds: 7200 }))).toEqual(chained);
      await assume(as(credentials), 'second', { DurationSeconds: 3600 });
    }
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

describe('what a session carries', () => {
  test('a source identity, which goes on and cannot be changed', async () => {
    const { admin, role, assume, as } = openAccount();
    const next = [allow(['sts:AssumeRole', 'sts:SetSourceIdentity'])];
    await role('first', trust(), next);
    const Condition = { StringEquals: { 'aws:SourceIdentity': 'alice' } };
    await role('second', trust(), [allow('s3:*', { Condition })]);
    const first = await assume(admin, 'first', { SourceIdentity: 'alice' });
    expect(first.SourceIdentity).toBe('alice');
    const second = await assume(as(first.Credentials), 'second');
    expect(second.SourceIdentity).toBe('alice');
    await as(second.Credentials).s3.send(buckets);
    expect((await refusal(assume(as(first.Credentials), 'second', { SourceIdentity: 'bob' }))).code).toBe(
      'AccessDenied',
    );
    const { Credentials } = await assume(admin, 'second');
    expect((await refusal(as(Credentials).s3.send(buckets))).code).toBe('AccessDenied');
  });

  test('only where the trust policy lets it be set', async () => {
    const { admin, role, assume } = openAccount();
    await role('plain', policy({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }));
    const refused = (action: string) =>
      denied(
        `User: arn:aws:iam::${ACCOUNT}:user/admin is not authorized to perform: ${action} on resource: ${roleArn('plain')}`,
      );
    expect(await refusal(assume(admin, 'plain', { SourceIdentity: 'alice' }))).toEqual(
      refused('sts:SetSourceIdentity'),
    );
    const Tags = [{ Key: 'a', Value: 'b' }];
    expect(await refusal(assume(admin, 'plain', { Tags }))).toEqual(refused('sts:TagSession'));
  });

  test('tags, which win over those of the role; transitive ones go on', async () => {
    const { admin, role, assume, as } = openAccount();
    const own = { Tags: [{ Key: 'team', Value: 'green' }] };
    await role('first', trust(), [allow(['sts:AssumeRole', 'sts:TagSession'])], own);
    const Condition = { StringEquals: { 'aws:PrincipalTag/team': 'blue' } };
    await role('second', trust(), [allow('s3:*', { Condition })], own);
    const Tags = [{ Key: 'Team', Value: 'blue' }];
    await as((await assume(admin, 'second', { Tags })).Credentials).s3.send(buckets);
    const handed = await assume(admin, 'first', { Tags, TransitiveTagKeys: ['Team'] });
    await as((await assume(as(handed.Credentials), 'second')).Credentials).s3.send(buckets);
    expect((await refusal(assume(as(handed.Credentials), 'second', { Tags }))).code).toBe(
      'InvalidParameterValue',
    );
    const kept = await assume(admin, 'first', { Tags });
    const { Credentials } = await assume(as(kept.Credentials), 'second');
    expect((await refusal(as(Credentials).s3.send(buckets))).code).toBe('AccessDenied');
  });

  test('tags that are handed on need the next role to let them', async () => {
    const { admin, role, assume, as } = openAccount();
    await role('first', trust(), [allow(['sts:AssumeRole', 'sts:TagSession'])]);
    await role('plain', policy({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }));
    const Tags = [{ Key: 'team', Value: 'blue' }];
    const handing = await assume(admin, 'first', { Tags, TransitiveTagKeys: ['team'] });
    const { message } = await refusal(assume(as(handing.Credentials), 'plain'));
    expect(message).toContain('is not authorized to perform: sts:TagSession on resource');
    await assume(as((await assume(admin, 'first', { Tags })).Credentials), 'plain');
  });

  test.each<[Partial<AssumeRoleCommandInput>, string]>([
    [
      {
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'A', Value: '2' },
        ],
      },
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
    [
      { TransitiveTagKeys: ['a'] },
      'The specified transitive tag key must be included in the requested tags.',
    ],
  ])('%j', async (input, message) => {
    const { admin, role, assume } = openAccount();
    await role('reader');
    expect(await refusal(assume(admin, 'reader', input))).toEqual({
      code: 'InvalidParameterValue',
      message,
      status: 400,
    });
  });
});

describe('session policies', () => {
  const listBuckets = `User: arn:aws:sts::${ACCOUNT}:assumed-role/reader/practice is not authorized to perform: s3:ListAllMyBuckets`;

  test.each<[string, Partial<AssumeRoleCommandInput>, string | undefined]>([
    ['that allow', { Policy: JSON.stringify(policy(allow('s3:*'))) }, undefined],
    [
      'that do not',
      { Policy: JSON.stringify(policy(allow('ec2:*'))) },
      `${listBuckets} because no session policy allows the s3:ListAllMyBuckets action`,
    ],
    [
      'that deny',
      { Policy: JSON.stringify(policy(allow('*'), deny('s3:*'))) },
      `${listBuckets} with an explicit deny in a session policy`,
    ],
    ['of AWS', { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }] }, undefined],
    [
      'of AWS for something else',
      { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess' }] },
      `${listBuckets} because no session policy allows the s3:ListAllMyBuckets action`,
    ],
  ])('%s', async (_name, input, message) => {
    const { admin, role, assume, as } = openAccount();
    await role('reader', trust(), [allow('*')]);
    const { Credentials, PackedPolicySize } = await assume(admin, 'reader', input);
    expect(PackedPolicySize).toBeGreaterThan(0);
    const call = as(Credentials).s3.send(buckets);
    if (message === undefined) await call;
    else expect(await refusal(call)).toEqual(denied(message));
  });

  test('give nothing that the role has not', async () => {
    const { admin, role, assume, as } = openAccount();
    await role('reader', trust(), [allow('ec2:*')]);
    const { Credentials } = await assume(admin, 'reader', { Policy: JSON.stringify(policy(allow('*'))) });
    const message = `${listBuckets} because no identity-based policy allows the s3:ListAllMyBuckets action`;
    expect(await refusal(as(Credentials).s3.send(buckets))).toEqual(denied(message));
  });

  // The SDK names an error of the model by its shape, not by its code on the wire.
  const malformed = (message: string) => ({ code: 'MalformedPolicyDocumentException', message, status: 400 });
  test.each<[string, Partial<AssumeRoleCommandInput>, object]>([
    ['no JSON', { Policy: '{' }, malformed('This policy contains invalid Json')],
    ['no policy', { Policy: '{"Statement": 1}' }, malformed('Syntax errors in policy.')],
    [
      'no such policy',
      { PolicyArns: [{ arn: `arn:aws:iam::${ACCOUNT}:policy/none` }] },
      {
        code: 'NoSuchEntity',
        message: `Policy arn:aws:iam::${ACCOUNT}:policy/none does not exist or is not attachable.`,
        status: 404,
      },
    ],
    [
      'too large',
      { Policy: JSON.stringify(policy(allow(Array.from({ length: 200 }, (_, i) => `s3:Action${i}`)))) },
      {
        code: 'PackedPolicyTooLargeException',
        message: 'Packed policy consumes 146% of allotted space, please use smaller policy.',
        status: 400,
      },
    ],
  ])('%s', async (_name, input, error) => {
    const { admin, role, assume } = openAccount();
    await role('reader');
    expect(await refusal(assume(admin, 'reader', input))).toEqual(error);
  });

  test('a boundary of the role limits it too, and says so', async () => {
    const { admin, role, assume, as } = openAccount();
    const PolicyDocument = JSON.stringify(policy(allow('ec2:*')));
    const { Policy } = await admin.iam.send(new CreatePolicyCommand({ PolicyName: 'limit', PolicyDocument }));
    await role('reader', trust(), [allow('*')], { PermissionsBoundary: Policy?.Arn });
    const { Credentials } = await assume(admin, 'reader');
    const message = `${listBuckets} because no permissions boundary allows the s3:ListAllMyBuckets action`;
    expect(await refusal(as(Credentials).s3.send(buckets))).toEqual(denied(message));
  });
});

describe('wrong input', () => {
  const at = (value: string, member: string, demand: string) =>
    invalid(
      `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${demand}`,
    );

  test.each<[Partial<AssumeRoleCommandInput>, object]>([
    [{ RoleArn: 'nothing-valid-in-here' }, invalid('nothing-valid-in-here is invalid')],
    [{ RoleArn: 'arn:a:a::aaaaaaaaaa:' }, invalid('arn:a:a::aaaaaaaaaa: is invalid')],
    [{ RoleArn: 'arn::b:::something/test-role' }, invalid('arn::b:::something/test-role is invalid')],
    [{ RoleArn: `arn:aws:iam::${ACCOUNT}:user/admin` }, invalid('Request ARN is invalid')],
    [{ RoleArn: 'reader' }, at('reader', 'roleArn', 'have length greater than or equal to 20')],
    [{ RoleSessionName: 'a' }, at('a', 'roleSessionName', 'have length greater than or equal to 2')],
    [
      { RoleSessionName: 'a b' },
      at('a b', 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*'),
    ],
    [{ ExternalId: '!!' }, at('!!', 'externalId', 'satisfy regular expression pattern: [\\w+=,.@:\\/-]*')],
    [
      { Tags: [{ Key: '', Value: 'x' }] },
      invalid(
        "2 validation errors detected: Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
      ),
    ],
  ])('%j', async (input, error) => {
    const { admin, role, assume } = openAccount();
    await role('reader');
    expect(await refusal(assume(admin, 'reader', input))).toEqual(error);
  });
});
