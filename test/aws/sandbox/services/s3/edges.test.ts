import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const own = { Bucket: BUCKET, Key: 'k' };
const TAGS =
  "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.";
const make = (more: object) =>
  new CreateBucketCommand({
    Bucket: 'new-bucket',
    CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' },
    ...more,
  });

test.each([
  [
    'ACLs on a new bucket',
    make({ ACL: 'public-read' }),
    'InvalidBucketAclWithObjectOwnership',
    /BucketOwnerEnforced/,
  ],
  [
    'grants on a new bucket',
    make({ GrantRead: 'id=x' }),
    'InvalidBucketAclWithObjectOwnership',
    /BucketOwnerEnforced/,
  ],
  [
    'an unknown ownership',
    make({ ObjectOwnership: 'Random' }),
    'InvalidArgument',
    'Invalid x-amz-object-ownership header: Random',
  ],
  [
    'a public list on a new bucket',
    make({ ObjectOwnership: 'ObjectWriter', ACL: 'public-read' }),
    'InvalidBucketAclWithBlockPublicAccessError',
    /^Bucket cannot have public ACLs set/,
  ],
  ['an object lock', make({ ObjectLockEnabledForBucket: true }), 'NotImplemented', /^The Tejun sandbox/],
  [
    'a constraint that does not suit the endpoint',
    make({ CreateBucketConfiguration: { LocationConstraint: 'us-east-1' } }),
    'IllegalLocationConstraintException',
    'The us-east-1 location constraint is incompatible for the region specific endpoint this request was sent to.',
  ],
  [
    'grants on an object',
    new PutObjectCommand({ ...own, GrantRead: 'id=x' }),
    'AccessControlListNotSupported',
    /ACLs/,
  ],
  [
    'an encryption context',
    new PutObjectCommand({ ...own, ServerSideEncryption: 'aws:kms', SSEKMSEncryptionContext: 'e30=' }),
    'NotImplemented',
    /^The Tejun sandbox/,
  ],
  [
    'a tag of AWS',
    new PutObjectCommand({ ...own, Tagging: 'aws:x=1' }),
    'InvalidTag',
    'Your TagKey cannot be prefixed with aws:',
  ],
  [
    'a tag of AWS on an object that is there',
    new PutObjectTaggingCommand({ ...own, Tagging: { TagSet: [{ Key: 'aws:item1', Value: '' }] } }),
    'InvalidTag',
    'Your TagKey cannot be prefixed with aws:',
  ],
  [
    'tags that are not encoded',
    new PutObjectCommand({ ...own, Tagging: 'key1=val1,key2=val2' }),
    'InvalidArgument',
    TAGS,
  ],
  ['a tag twice', new PutObjectCommand({ ...own, Tagging: 'a=1&a=2' }), 'InvalidArgument', TAGS],
  [
    'a bypass where nothing is locked',
    new DeleteObjectCommand({ ...own, BypassGovernanceRetention: true }),
    'InvalidArgument',
    'x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.',
  ],
  [
    'a source without a key',
    new CopyObjectCommand({ ...own, CopySource: 'bucket/' }),
    'InvalidArgument',
    'Invalid copy source object key',
  ],
])('refuses %s', async (_, command, name, message) => {
  const { client, put } = openS3();
  await put('k');
  await expect(client.send(command as PutObjectCommand)).rejects.toMatchObject({
    name,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
});

test.each(['GLACIER', 'DEEP_ARCHIVE'] as const)(
  'neither reads nor copies what is archived in %s',
  async (StorageClass) => {
    const { client, put } = openS3();
    await put('k', 'hello', { StorageClass });
    const refusal = {
      name: 'InvalidObjectState',
      message: "The operation is not valid for the object's storage class",
      StorageClass,
    };
    await expect(client.send(new GetObjectCommand(own))).rejects.toMatchObject(refusal);
    const copy = new CopyObjectCommand({ ...own, Key: 'c', CopySource: `${BUCKET}/k` });
    await expect(client.send(copy)).rejects.toMatchObject(refusal);
  },
);

test('overlooks a date that is still to come', async () => {
  const { client, put } = openS3();
  await put('k', 'hello');
  const IfModifiedSince = new Date(START.getTime() + 86_400_000);
  const got = await client.send(new GetObjectCommand({ ...own, IfModifiedSince }));
  expect(await got.Body?.transformToString()).toBe('hello');
});

test('gives the checksum with a range that leaves nothing out', async () => {
  const { client, put } = openS3();
  await put('k', 'hello');
  const whole = { ...own, ChecksumMode: 'ENABLED' } as const;
  expect(await client.send(new GetObjectCommand({ ...whole, Range: 'bytes=0-9' }))).toMatchObject({
    ChecksumCRC32: expect.any(String),
  });
  const part = await client.send(new GetObjectCommand({ ...whole, Range: 'bytes=0-2' }));
  expect(part.ChecksumCRC32).toBeUndefined();
});

test('keeps what an object is encoded in, and not how it was sent', async () => {
  const { client, put } = openS3();
  await put('k', 'hello', { ContentEncoding: 'gzip, aws-chunked' });
  expect((await client.send(new GetObjectCommand(own))).ContentEncoding).toBe('gzip');
});

test('leaves out where a list began once a token says where it goes on', async () => {
  const { client, put } = openS3();
  for (const key of ['a', 'b', 'c']) await put(key);
  const listing = { Bucket: BUCKET, StartAfter: 'a', MaxKeys: 1 };
  const first = await client.send(new ListObjectsV2Command(listing));
  expect(first.StartAfter).toBe('a');
  const ContinuationToken = first.NextContinuationToken;
  const next = await client.send(new ListObjectsV2Command({ ...listing, ContinuationToken }));
  expect([next.StartAfter, next.Contents?.map(({ Key }) => Key)]).toEqual([undefined, ['c']]);
});

test('completes no upload of no parts', async () => {
  const { client } = openS3();
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(own));
  const complete = new CompleteMultipartUploadCommand({ ...own, UploadId, MultipartUpload: { Parts: [] } });
  await expect(client.send(complete)).rejects.toMatchObject({
    name: 'InvalidRequest',
    message: 'You must specify at least one part',
  });
});
