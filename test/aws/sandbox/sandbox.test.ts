import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { ListUsersCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import {
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
} from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSandbox, START } from './practice.ts';
import { clientsOf, refusal } from './sdk.ts';

// The SDK signs with the machine's time.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

async function openSession(durationSeconds?: number) {
  const practice = openSandbox();
  const longTerm = clientsOf(practice.sandbox, practice.keyOf('handson-user'));
  const command = new GetSessionTokenCommand({ DurationSeconds: durationSeconds });
  const { Credentials: got } = await longTerm.sts.send(command);
  const session = clientsOf(practice.sandbox, {
    accessKeyId: got?.AccessKeyId ?? '',
    secretAccessKey: got?.SecretAccessKey ?? '',
    sessionToken: got?.SessionToken ?? '',
  });
  return { ...practice, longTerm, session, got };
}

describe('the session-token course, through the SDK', () => {
  test('a long-term key knows who it is, and lists users', async () => {
    const { longTerm } = await openSession();
    const identity = await longTerm.sts.send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
      Account: '123456789012',
      Arn: 'arn:aws:iam::123456789012:user/handson-user',
    });
    expect(identity.$metadata.requestId).toMatch(/^[0-9a-f]{8}-/);
    const { Users } = await longTerm.iam.send(new ListUsersCommand({}));
    expect(Users?.map(({ UserName }) => UserName)).toEqual([
      'denied',
      'handson-user',
      'keyless',
      'powerless',
    ]);
    expect(Users?.[1]).toEqual({
      Path: '/',
      UserName: 'handson-user',
      UserId: identity.UserId,
      Arn: identity.Arn,
      CreateDate: new Date('2021-12-01T00:00:00Z'),
    });
  });

  test('a session has the form and the expiry of AWS, and is the user itself', async () => {
    const { got, session, longTerm } = await openSession(900);
    expect(got).toEqual({
      AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
      SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
      SessionToken: expect.stringMatching(/^IQoJb3JpZ2luX2Vj[A-Za-z0-9+/]{300,}$/),
      Expiration: new Date('2026-01-05T00:15:00Z'),
    });
    const [one, other] = await Promise.all([
      session.sts.send(new GetCallerIdentityCommand({})),
      longTerm.sts.send(new GetCallerIdentityCommand({})),
    ]);
    expect(one.Arn).toBe(other.Arn);
    expect(one.UserId).toBe(other.UserId);
  });

  test('within its validity a session reaches S3 and EC2, not IAM, nor STS for another session', async () => {
    const { session } = await openSession(900);
    const buckets = await session.s3.send(new ListBucketsCommand({}));
    expect(buckets.Buckets?.map(({ Name }) => Name)).toEqual([
      'example-archive',
      'example-bucket',
      'logs-bucket',
    ]);
    expect(buckets.Owner).toEqual({ ID: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { Vpcs } = await session.ec2.send(new DescribeVpcsCommand({}));
    expect(Vpcs?.[0]).toEqual({
      CidrBlock: '10.0.0.0/16',
      DhcpOptionsId: 'dopt-bec282da',
      State: 'available',
      VpcId: 'vpc-03b6793be492e9eaa',
      OwnerId: '123456789012',
      InstanceTenancy: 'default',
      CidrBlockAssociationSet: [
        {
          AssociationId: 'vpc-cidr-assoc-0379592cf9e84bd4b',
          CidrBlock: '10.0.0.0/16',
          CidrBlockState: { State: 'associated' },
        },
      ],
      IsDefault: false,
      Tags: [
        { Key: 'Name', Value: 'handson*vpc' },
        { Key: 'env', Value: 'dev & test <1>' },
      ],
    });
    expect(await refusal(session.iam.send(new ListUsersCommand({})))).toEqual({
      code: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid',
      status: 403,
    });
    expect(await refusal(session.sts.send(new GetSessionTokenCommand({})))).toEqual({
      code: 'AccessDenied',
      message: 'Cannot call GetSessionToken with session credentials',
      status: 403,
    });
    expect(await refusal(session.sts.send(new GetFederationTokenCommand({ Name: 'x' })))).toEqual({
      code: 'AccessDenied',
      message: 'Cannot call GetFederationToken with session credentials',
      status: 403,
    });
  });

  test('a session expires at its Expiration, not before, and each protocol says so in its way', async () => {
    const { clock, session, longTerm } = await openSession(900);
    clock.elapse(899_999);
    await session.s3.send(new ListBucketsCommand({}));
    clock.elapse(1);
    expect(await refusal(session.s3.send(new ListBucketsCommand({})))).toEqual({
      code: 'ExpiredToken',
      message: 'The provided token has expired.',
      status: 400,
    });
    const queryExpired = {
      code: expect.stringMatching(/^ExpiredToken(Exception)?$/),
      message: 'The security token included in the request is expired',
      status: 403,
    };
    expect(await refusal(session.sts.send(new GetCallerIdentityCommand({})))).toEqual(queryExpired);
    expect(await refusal(session.iam.send(new ListUsersCommand({})))).toEqual(queryExpired);
    expect(await refusal(session.ec2.send(new DescribeVpcsCommand({})))).toEqual({
      code: 'RequestExpired',
      message: 'Request has expired.',
      status: 400,
    });
    await longTerm.s3.send(new ListBucketsCommand({}));
  });

  test('without a duration a session lasts twelve hours', async () => {
    const { got } = await openSession();
    expect(got?.Expiration).toEqual(new Date('2026-01-05T12:00:00Z'));
  });

  test('two runs with one seed are equal, with another they are not', async () => {
    const keys = (seed: string) => openSandbox(seed).sandbox.longTermKeys;
    expect(keys('a')).toEqual(keys('a'));
    expect(keys('a')).not.toEqual(keys('b'));
    expect((await openSession()).got).toEqual((await openSession()).got);
  });
});
