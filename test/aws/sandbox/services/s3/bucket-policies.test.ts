import {
  DeleteObjectCommand,
  GetBucketPolicyStatusCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../runs.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const HOST = `https://${BUCKET}.s3.ap-northeast-1.amazonaws.com`;
const OBJECTS = `arn:aws:s3:::${BUCKET}/*`;
const READ = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: OBJECTS };

async function openWith(...Statement: object[]) {
  const opened = openS3();
  const { client } = opened;
  const PublicAccessBlockConfiguration = { BlockPublicPolicy: false, RestrictPublicBuckets: false };
  await client.send(new PutPublicAccessBlockCommand({ Bucket: BUCKET, PublicAccessBlockConfiguration }));
  const put = (statements: object[]) =>
    client.send(
      new PutBucketPolicyCommand({
        Bucket: BUCKET,
        Policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
      }),
    );
  await put(Statement);
  await opened.put('k', 'hello', { Tagging: 'stage=open' });
  const anonymous = (path = '/k', init: RequestInit = {}) =>
    opened.sandbox.handle(new Request(HOST + path, init)).then(({ status }) => status);
  return { ...opened, putPolicy: put, anonymous };
}

describe('a bucket policy', () => {
  test('lets everybody read, and nothing else', async () => {
    const { anonymous } = await openWith(READ);
    expect(await anonymous()).toBe(200);
    expect(await anonymous('/k', { method: 'DELETE' })).toBe(403);
    expect(await anonymous('/none')).toBe(403);
  });

  test('denies also whom identity-based policies allow', async () => {
    const { client } = await openWith({
      ...{ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: OBJECTS },
    });
    await expect(client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('with an explicit deny in a resource-based policy'),
    });
  });

  test('lets a user in whom no other policy allows', async () => {
    const { clientOf, sandbox } = await openWith(READ);
    const reader = clientOf('reader');
    const got = await reader.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(sandbox.longTermKeys.length).toBeGreaterThan(1);
  });

  test.each<[string, object, string, number]>([
    ['s3:ExistingObjectTag', { StringEquals: { 's3:ExistingObjectTag/stage': 'open' } }, '/k', 200],
    ['another tag', { StringEquals: { 's3:ExistingObjectTag/stage': 'shut' } }, '/k', 403],
    ['s3:authType, which no signature has', { Null: { 's3:authType': 'true' } }, '/k', 200],
    ['aws:SecureTransport', { Bool: { 'aws:SecureTransport': 'false' } }, '/k', 403],
    ['s3:VersionId', { StringEquals: { 's3:VersionId': 'null' } }, '/k', 403],
  ])('knows the key %s', async (_, Condition, path, status) => {
    const { anonymous } = await openWith({ ...READ, Condition });
    expect(await anonymous(path)).toBe(status);
  });

  test('demands encryption by header', async () => {
    const { put, putPolicy } = await openWith(READ);
    await putPolicy([
      {
        ...{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: OBJECTS },
        Condition: { Null: { 's3:x-amz-server-side-encryption': 'true' } },
      },
    ]);
    await expect(put('a')).rejects.toMatchObject({ name: 'AccessDenied' });
    await put('a', 'a', { ServerSideEncryption: 'AES256' });
  });

  test('lists for everybody only where it says so', async () => {
    const { anonymous, clientOf } = await openWith({
      ...{ Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${BUCKET}` },
      Condition: { StringEquals: { 's3:prefix': 'k' } },
    });
    expect(await anonymous('/?list-type=2&prefix=k')).toBe(200);
    expect(await anonymous('/?list-type=2')).toBe(403);
    await clientOf('owner').send(new ListObjectsV2Command({ Bucket: BUCKET }));
  });
});

describe('public access block', () => {
  test('refuses a public policy on a new bucket', async () => {
    const { client } = openS3();
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [READ] });
    await expect(client.send(new PutBucketPolicyCommand({ Bucket: BUCKET, Policy }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('BlockPublicPolicy'),
    });
  });

  test('shuts out everybody where it restricts public buckets', async () => {
    const { client, anonymous } = await openWith(READ);
    const PublicAccessBlockConfiguration = { RestrictPublicBuckets: true };
    await client.send(new PutPublicAccessBlockCommand({ Bucket: BUCKET, PublicAccessBlockConfiguration }));
    expect(await anonymous()).toBe(403);
  });

  test.each([
    [READ, true],
    [{ ...READ, Principal: { AWS: '*' } }, true],
    [{ ...READ, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }, false],
    [{ ...READ, Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }, true],
    [{ ...READ, Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }, true],
    [{ ...READ, Principal: { AWS: '123456789012' } }, false],
    [{ ...READ, Effect: 'Deny' }, false],
  ])('calls a policy public: %j %s', async (statement, IsPublic) => {
    const { client } = await openWith(statement);
    const { PolicyStatus } = await client.send(new GetBucketPolicyStatusCommand({ Bucket: BUCKET }));
    expect(PolicyStatus).toEqual({ IsPublic });
  });
});

/** The rule in one line, beside the engine: a denial wins, then either policy may allow. */
test('an object is read as the statements of a policy say, whatever they are', async () => {
  const { client, putPolicy, anonymous } = await openWith(READ);
  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.constantFrom('*', { AWS: '*' }, { AWS: '123456789012' }),
    Action: fc.constantFrom('s3:*', 's3:GetObject', 's3:Get*', 's3:PutObject', [
      's3:PutObject',
      's3:GetObject',
    ]),
    Resource: fc.constantFrom(
      OBJECTS,
      `arn:aws:s3:::${BUCKET}/k`,
      `arn:aws:s3:::${BUCKET}/other`,
      `arn:aws:s3:::${BUCKET}/?`,
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 4 }), async (statements) => {
      // The policy must not shut its own writer out of the bucket: only objects are named here.
      await putPolicy(statements);
      const says = (effect: string, everybody: boolean) =>
        statements.some(
          ({ Effect, Principal, Action, Resource }) =>
            Effect === effect &&
            (!everybody || JSON.stringify(Principal).includes('*')) &&
            [Action].flat().some((action) => action !== 's3:PutObject') &&
            !Resource.endsWith('/other'),
        );
      expect(await anonymous()).toBe(says('Allow', true) && !says('Deny', true) ? 200 : 403);
      const owner = client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' })).then(
        () => 200,
        () => 403,
      );
      expect(await owner).toBe(says('Deny', false) ? 403 : 200);
    }),
    { numRuns: runs(60) },
  );
});
