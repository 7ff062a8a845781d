import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { CreateUserCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, ListBucketsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../sdk.ts';
import { ACCOUNT, allow, openAccount, policy, trust } from '../services/sts/open.ts';
import { standStill } from '../services/time.ts';

standStill();

type Account = ReturnType<typeof openAccount>;
type Condition = Readonly<Record<string, object>>;

/** Callers, each with leave to list buckets where the condition holds. */
const callers: Readonly<Record<string, (Condition: Condition) => Promise<ReturnType<Account['as']>>>> = {
  user: async (Condition) => openAccount({ alice: [allow('s3:*', { Condition })] }).user('alice'),
  session: async (Condition) => {
    const { as, session } = openAccount({ alice: [allow('s3:*', { Condition })] });
    return as(await session('alice'));
  },
  federated: async (Condition) => {
    const may = [allow('sts:*'), allow('s3:*', { Condition })];
    const { as, federated } = openAccount({ alice: may });
    return as(await federated('alice', { Policy: JSON.stringify(policy(allow('*'))) }));
  },
  role: async (Condition) => {
    const { as, admin, role, assume } = openAccount();
    await role('reader', trust(), [allow('s3:*', { Condition })], { Path: '/teams/' });
    return as((await assume(admin, 'teams/reader')).Credentials);
  },
};

const is = (key: string, value: string): Condition => ({ StringEquals: { [key]: value } });
const like = (key: string, value: string): Condition => ({ StringLike: { [key]: value } });
const without = (key: string): Condition => ({ Null: { [key]: 'true' } });
const alice = `arn:aws:iam::${ACCOUNT}:user/people/alice`;

describe('global condition keys', () => {
  const everywhere: Condition[] = [
    is('aws:CurrentTime', '2026-01-05T00:00:00.000Z'),
    { DateEquals: { 'aws:CurrentTime': '2026-01-05' } },
    is('aws:EpochTime', '1767571200'),
    is('aws:RequestedRegion', 'ap-northeast-1'),
    is('aws:PrincipalAccount', ACCOUNT),
    is('aws:SecureTransport', 'true'),
    is('aws:ViaAWSService', 'false'),
    { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    like('aws:UserAgent', '*aws-sdk-js/*'),
  ];
  const own: Record<string, Condition[]> = {
    user: [
      is('aws:username', 'alice'),
      like('aws:userid', 'AIDA*'),
      is('aws:PrincipalType', 'User'),
      is('aws:PrincipalArn', alice),
      without('aws:MultiFactorAuthPresent'),
      without('aws:TokenIssueTime'),
    ],
    session: [
      is('aws:username', 'alice'),
      is('aws:PrincipalType', 'User'),
      is('aws:PrincipalArn', alice),
      is('aws:MultiFactorAuthPresent', 'false'),
      without('aws:MultiFactorAuthAge'),
      { DateEquals: { 'aws:TokenIssueTime': '2026-01-05' } },
    ],
    federated: [
      without('aws:username'),
      is('aws:userid', `${ACCOUNT}:visitor`),
      is('aws:PrincipalType', 'FederatedUser'),
      is('aws:PrincipalArn', `arn:aws:sts::${ACCOUNT}:federated-user/visitor`),
      is('aws:MultiFactorAuthPresent', 'false'),
    ],
    role: [
      without('aws:username'),
      like('aws:userid', 'AROA*:practice'),
      is('aws:PrincipalType', 'AssumedRole'),
      is('aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/teams/reader`),
      without('aws:SourceIdentity'),
    ],
  };
  const cases = Object.keys(callers).flatMap((caller) =>
    [...everywhere, ...(own[caller] ?? [])].map((condition): [string, Condition] => [caller, condition]),
  );

  test.each(cases)('%s: %j', async (caller, condition) => {
    const { s3 } = (await callers[caller]?.(condition)) ?? {};
    expect((await s3?.send(new ListBucketsCommand({})))?.Buckets).toEqual([]);
  });

  test.each(Object.keys(callers))('%s: a value that it has not', async (caller) => {
    const { s3 } = (await callers[caller]?.(is('aws:PrincipalType', 'Account'))) ?? {};
    expect((await refusal(s3?.send(new ListBucketsCommand({})) ?? Promise.resolve())).code).toBe(
      'AccessDenied',
    );
  });
});

test('a condition key of one service: a home directory in a bucket', async () => {
  const Condition = { StringLike: { 's3:prefix': ['', 'home/${aws:username}/*'] } };
  const { admin, user } = openAccount({ alice: [allow('s3:ListBucket', { Condition })] });
  const LocationConstraint = 'ap-northeast-1';
  const Bucket = 'example-bucket';
  await admin.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint } }));
  const list = (Prefix: string) => user('alice').s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
  await list('home/alice/x');
  expect((await refusal(list('home/bob/'))).code).toBe('AccessDenied');
});

describe('what a denial says on each service', () => {
  const session = `arn:aws:sts::${ACCOUNT}:assumed-role/reader/practice`;
  const elsewhere = JSON.stringify(policy(allow('sts:*')));

  test('by a session policy', async () => {
    const { admin, as, role, assume } = openAccount();
    await role('reader', trust(), [allow('*')]);
    const { s3, ec2, iam } = as((await assume(admin, 'reader', { Policy: elsewhere })).Credentials);
    const said = await Promise.all([
      refusal(s3.send(new ListBucketsCommand({}))),
      refusal(ec2.send(new DescribeVpcsCommand({}))),
      refusal(iam.send(new CreateUserCommand({ UserName: 'bob' }))),
    ]);
    expect(said.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      `AccessDenied: User: ${session} is not authorized to perform: s3:ListAllMyBuckets because no session policy allows the s3:ListAllMyBuckets action`,
      `UnauthorizedOperation: You are not authorized to perform this operation. User: ${session} is not authorized to perform: ec2:DescribeVpcs because no session policy allows the ec2:DescribeVpcs action`,
      `AccessDenied: User: ${session} is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::${ACCOUNT}:user/bob because no session policy allows the iam:CreateUser action`,
    ]);
  });
});
