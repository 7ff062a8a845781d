import {
  CreateBucketCommand,
  DeleteBucketOwnershipControlsCommand,
  GetBucketAclCommand,
  GetBucketOwnershipControlsCommand,
  GetObjectAclCommand,
  type ObjectOwnership,
  PutBucketAclCommand,
  PutBucketOwnershipControlsCommand,
  PutObjectAclCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

async function openOwned(ownership?: ObjectOwnership) {
  const opened = openS3();
  const { client } = opened;
  await opened.put('k');
  const own = (...all: string[]) => {
    const Rules = all.map((one) => ({ ObjectOwnership: one as ObjectOwnership }));
    return client.send(
      new PutBucketOwnershipControlsCommand({ Bucket: BUCKET, OwnershipControls: { Rules } }),
    );
  };
  if (ownership) await own(ownership);
  const putBucket = (input: object) => client.send(new PutBucketAclCommand({ Bucket: BUCKET, ...input }));
  const putObject = (input: object) =>
    client.send(new PutObjectAclCommand({ Bucket: BUCKET, Key: 'k', ...input }));
  return { ...opened, own, putBucket, putObject };
}

describe('ownership controls', () => {
  test('of a new bucket: its owner owns all, and ACLs are off', async () => {
    const { client, putBucket, putObject, put } = await openOwned();
    const { OwnershipControls } = await client.send(
      new GetBucketOwnershipControlsCommand({ Bucket: BUCKET }),
    );
    expect(OwnershipControls).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] });
    const off = { code: 'AccessControlListNotSupported', message: 'The bucket does not allow ACLs' };
    expect(await refusal(putBucket({ ACL: 'private' }))).toMatchObject(off);
    expect(await refusal(putObject({ ACL: 'private' }))).toMatchObject(off);
    expect(await refusal(put('x', 'x', { ACL: 'public-read' }))).toMatchObject(off);
    await put('x', 'x', { ACL: 'bucket-owner-full-control' });
  });

  test.each([[[]], [['Somebody']], [['ObjectWriter', 'ObjectWriter']]])('%j is malformed', async (all) => {
    const { own } = await openOwned();
    expect(await refusal(own(...all))).toMatchObject({ code: 'MalformedXML', status: 400 });
  });

  test('can be given to a new bucket, changed, and taken away', async () => {
    const { client, putBucket } = await openOwned();
    const create = (input: object) =>
      client.send(
        new CreateBucketCommand({
          Bucket: 'writers-bucket',
          CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' },
          ObjectOwnership: 'ObjectWriter',
          ...input,
        }),
      );
    expect(await refusal(create({ ACL: 'public-read' }))).toMatchObject({
      code: 'InvalidBucketAclWithBlockPublicAccessError',
    });
    await create({});
    const of = (Bucket: string) => client.send(new GetBucketOwnershipControlsCommand({ Bucket }));
    expect((await of('writers-bucket')).OwnershipControls).toEqual({
      Rules: [{ ObjectOwnership: 'ObjectWriter' }],
    });
    await client.send(new DeleteBucketOwnershipControlsCommand({ Bucket: BUCKET }));
    expect(await refusal(of(BUCKET))).toMatchObject({ code: 'OwnershipControlsNotFoundError', status: 404 });
    await putBucket({ ACL: 'private' });
  });
});

describe('where ACLs are on', () => {
  test('buckets and objects have the list of their owner', async () => {
    const { client, putBucket, putObject } = await openOwned('BucketOwnerPreferred');
    const bucket = await client.send(new GetBucketAclCommand({ Bucket: BUCKET }));
    const object = await client.send(new GetObjectAclCommand({ Bucket: BUCKET, Key: 'k' }));
    const ID = bucket.Owner?.ID ?? '';
    expect(ID).toMatch(/^[0-9a-f]{64}$/);
    for (const { Owner, Grants } of [bucket, object])
      expect({ Owner, Grants }).toEqual({
        Owner: { ID },
        Grants: [{ Grantee: { ID, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
      });
    await putObject({ ACL: 'bucket-owner-read' });
    await putBucket({ AccessControlPolicy: { Owner: bucket.Owner, Grants: bucket.Grants } });
  });

  test('public ones are blocked, and without the block refused by name', async () => {
    const { client, putObject, put } = await openOwned('ObjectWriter');
    expect(await refusal(putObject({ ACL: 'public-read' }))).toMatchObject({
      code: 'AccessDenied',
      status: 403,
    });
    expect(await refusal(put('x', 'x', { ACL: 'public-read' }))).toMatchObject({ code: 'AccessDenied' });
    await client.send(
      new PutPublicAccessBlockCommand({
        Bucket: BUCKET,
        PublicAccessBlockConfiguration: { BlockPublicAcls: false },
      }),
    );
    expect(await refusal(putObject({ ACL: 'public-read' }))).toMatchObject({
      status: 501,
      message: 'The Tejun sandbox does not simulate the parameter ACL=public-read of s3:PutObjectAcl yet.',
    });
  });

  test.each([
    [{}, 'MissingSecurityHeader'],
    [{ ACL: 'fake-acl' }, 'InvalidArgument'],
    [{ AccessControlPolicy: { Grants: [] } }, 'MalformedACLError'],
    [{ AccessControlPolicy: { Owner: { ID: 'wrong-id' }, Grants: [] } }, 'InvalidArgument'],
    [{ GrantRead: 'uri=http://acs.amazonaws.com/groups/global/AllUsers' }, 'NotImplemented'],
  ])('%j: %s', async (input, code) => {
    const { putBucket } = await openOwned('ObjectWriter');
    expect(await refusal(putBucket(input))).toMatchObject({ code });
  });
});
