import { CreatePolicyCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { ACCOUNT, allow, deny, openAccount, policy, trust } from './open.ts';

standStill();

const denied = (message: string) => ({ code: 'AccessDenied', message, status: 403 });

const buckets = new ListBucketsCommand({});

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
