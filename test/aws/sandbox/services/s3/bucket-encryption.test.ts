import {
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { Bucket, openBucket } from './open-encrypted.ts';

standStill();

const EMPTY_MD5 = '"d41d8cd98f00b204e9800998ecf8427e"';

describe('a bucket', () => {
  test('encrypts with AES256, until it is told otherwise, and again after a deletion', async () => {
    const { s3, put, createKey } = await openBucket();
    const rules = async () =>
      (await s3.send(new GetBucketEncryptionCommand({ Bucket }))).ServerSideEncryptionConfiguration?.Rules;
    const usual = [
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
    ];
    expect(await rules()).toEqual(usual);
    expect(await put()).toMatchObject({ ServerSideEncryption: 'AES256', ETag: EMPTY_MD5 });
    const key = await createKey();
    const rule = {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: key.id },
      BucketKeyEnabled: true,
    };
    const ServerSideEncryptionConfiguration = { Rules: [rule] };
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
    expect(await rules()).toEqual([rule]);
    const stored = await put();
    expect(stored).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: key.arn,
      BucketKeyEnabled: true,
    });
    expect(stored.ETag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(stored.ETag).not.toBe(EMPTY_MD5);
    await s3.send(new DeleteBucketEncryptionCommand({ Bucket }));
    expect(await rules()).toEqual(usual);
  });

  test('refuses a default that S3 has not', async () => {
    const { s3 } = await openBucket();
    const put = (...Rules: object[]) =>
      refusal(
        s3.send(
          new PutBucketEncryptionCommand({
            Bucket,
            ServerSideEncryptionConfiguration: { Rules: Rules as never },
          }),
        ),
      );
    const byDefault = (method: object) => ({ ApplyServerSideEncryptionByDefault: method });
    expect(await put()).toMatchObject({ code: 'MalformedXML' });
    expect(await put(byDefault({ SSEAlgorithm: 'rot13' }))).toMatchObject({ code: 'MalformedXML' });
    expect(await put(byDefault({ SSEAlgorithm: 'AES256', KMSMasterKeyID: 'k' }))).toMatchObject({
      code: 'InvalidArgument',
      message:
        'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
    });
  });
});

test('a bucket policy may demand a method', async () => {
  const { s3, put } = await openBucket();
  const Statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
    Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  expect(await refusal(put())).toMatchObject({ code: 'AccessDenied' });
  expect(await put({ ServerSideEncryption: 'aws:kms' })).toMatchObject({ ServerSideEncryption: 'aws:kms' });
});
