import { CreateAccessKeyCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { GetFederationTokenCommand, type GetFederationTokenCommandInput } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { ACCOUNT, allow, openAccount, policy } from './open.ts';

standStill();

const VISITOR = `arn:aws:sts::${ACCOUNT}:federated-user/visitor`;
const denied = (message: string) => ({ code: 'AccessDenied', message, status: 403 });
const buckets = new ListBucketsCommand({});
const s3 = JSON.stringify(policy(allow('s3:*')));

test('the answer has the form of AWS', async () => {
  const { admin } = openAccount();
  const command = new GetFederationTokenCommand({ Name: 'visitor', Policy: s3, DurationSeconds: 900 });
  const { $metadata, ...answer } = await admin.sts.send(command);
  expect(answer).toEqual({
    Credentials: {
      AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
      SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
      SessionToken: expect.stringMatching(/^IQoJb3JpZ2luX2Vj/),
      Expiration: new Date(START.getTime() + 900_000),
    },
    FederatedUser: { FederatedUserId: `${ACCOUNT}:visitor`, Arn: VISITOR },
    PackedPolicySize: expect.any(Number),
  });
});

describe('the permissions are those of the user and of the session policy', () => {
  const refused = `User: ${VISITOR} is not authorized to perform: s3:ListAllMyBuckets because no`;
  test.each<[string, object[], Partial<GetFederationTokenCommandInput>, string | undefined]>([
    ['both', [allow('s3:*')], { Policy: s3 }, undefined],
    [
      'of AWS',
      [allow('s3:*')],
      { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }] },
      undefined,
    ],
    [
      'the user alone',
      [allow('s3:*')],
      {},
      `${refused} session policy allows the s3:ListAllMyBuckets action`,
    ],
    [
      'the session policy alone',
      [],
      { Policy: s3 },
      `${refused} identity-based policy allows the s3:ListAllMyBuckets action`,
    ],
    [
      'a tag of the session',
      [
        allow('s3:*', { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }),
        allow('sts:TagSession'),
      ],
      { Policy: s3, Tags: [{ Key: 'team', Value: 'blue' }] },
      undefined,
    ],
    [
      'a user name, which nobody has here',
      [allow('s3:*', { Condition: { Null: { 'aws:username': true } } })],
      { Policy: s3 },
      undefined,
    ],
  ])('%s', async (_name, may, input, message) => {
    const { federated, as } = openAccount({ alice: [allow('sts:GetFederationToken'), ...may] });
    const call = as(await federated('alice', input)).s3.send(buckets);
    if (message === undefined) await call;
    else expect(await refusal(call)).toEqual(denied(message));
  });
});

test.each<[string, object[], Partial<GetFederationTokenCommandInput>, string]>([
  ['GetFederationToken', [], {}, 'sts:GetFederationToken'],
  ['TagSession', [allow('sts:GetFederationToken')], { Tags: [{ Key: 'a', Value: 'b' }] }, 'sts:TagSession'],
])('%s needs leave', async (_name, may, input, action) => {
  const { federated } = openAccount({ alice: may });
  expect(await refusal(federated('alice', input))).toEqual(
    denied(
      `User: arn:aws:iam::${ACCOUNT}:user/people/alice is not authorized to perform: ${action} on resource: ${VISITOR} because no identity-based policy allows the ${action} action`,
    ),
  );
});

test.each<[Partial<GetFederationTokenCommandInput>, string]>([
  [
    { Name: 'x' },
    "Value 'x' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 2",
  ],
  [
    { DurationSeconds: 129_601 },
    "Value '129601' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 129600",
  ],
])('%j breaks a rule of the model', async (input, violation) => {
  const message = `1 validation error detected: ${violation}`;
  expect(await refusal(openAccount().federated('admin', input))).toEqual({
    code: 'ValidationError',
    message,
    status: 400,
  });
});

test('a session cannot make keys for its user', async () => {
  const { federated, as } = openAccount();
  const { iam } = as(await federated('admin', { Policy: JSON.stringify(policy(allow('*'))) }));
  expect((await refusal(iam.send(new CreateAccessKeyCommand({})))).code).toBe('InvalidClientTokenId');
});
