import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterAll(() => {
  vi.useRealTimers();
});

const Bucket = 'vault';
const EMPTY_MD5 = '"d41d8cd98f00b204e9800998ecf8427e"';
const customerKey = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32) };

async function openBucket() {
  const account = openAccount('s3-encryption');
  const { s3, kms } = account.admin;
  await s3.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' } }),
  );
  const put = (input: Partial<PutObjectCommandInput> = {}, client = s3) =>
    client.send(new PutObjectCommand({ Bucket, Key: 'a', ...input }));
  const get = (input: object = {}, client = s3) =>
    client.send(new GetObjectCommand({ Bucket, Key: 'a', ...input }));
  const head = (input: object = {}, client = s3) =>
    client.send(new HeadObjectCommand({ Bucket, Key: 'a', ...input }));
  const createKey = async () => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand());
    return { id: KeyMetadata?.KeyId ?? '', arn: KeyMetadata?.Arn ?? '' };
  };
  const allow = (...Statement: object[]) =>
    account.admin.iam.send(
      new PutUserPolicyCommand({
        UserName: 'nobody',
        PolicyName: 'p',
        PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    );
  return { ...account, s3, kms, put, get, head, createKey, allow };
}

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

describe('with a key of KMS an object', () => {
  test('is encrypted by the key of AWS where none is named', async () => {
    const { kms, put, get } = await openBucket();
    const { SSEKMSKeyId } = await put({ ServerSideEncryption: 'aws:kms' });
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/s3' }));
    expect(SSEKMSKeyId).toBe(KeyMetadata?.Arn);
    expect(await get()).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId });
  });

  test('is written and read with the permissions of the caller', async () => {
    const { put, get, head, nobody, createKey, allow } = await openBucket();
    const key = await createKey();
    const encrypted = { ServerSideEncryption: 'aws:kms' as const, SSEKMSKeyId: key.id };
    const onObjects = { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject'], Resource: '*' };
    const onKey = (...Action: string[]) => ({ Effect: 'Allow', Action, Resource: key.arn });
    const denial = (action: string) => ({
      code: 'AccessDenied',
      message: `User: arn:aws:iam::123456789012:user/nobody is not authorized to perform: ${action} on resource: ${key.arn} because no identity-based policy allows the ${action} action`,
    });
    await allow(onObjects);
    expect(await refusal(put(encrypted, nobody.s3))).toMatchObject(denial('kms:GenerateDataKey'));
    await allow(onObjects, onKey('kms:GenerateDataKey'));
    await put(encrypted, nobody.s3);
    expect(await refusal(get({}, nobody.s3))).toMatchObject(denial('kms:Decrypt'));
    expect(await head({}, nobody.s3)).toMatchObject({ SSEKMSKeyId: key.arn });
    await allow(onObjects, onKey('kms:Decrypt'));
    expect((await get({}, nobody.s3)).ContentLength).toBe(0);
  });

  test('says in the words of KMS that its key cannot be used', async () => {
    const { kms, put, get, createKey } = await openBucket();
    const { id, arn } = await createKey();
    const encrypted = { ServerSideEncryption: 'aws:kms' as const, SSEKMSKeyId: id };
    await put(encrypted);
    await kms.send(new DisableKeyCommand({ KeyId: id }));
    const disabled = { code: 'KMS.DisabledException', message: `${arn} is disabled.` };
    expect(await refusal(get())).toMatchObject(disabled);
    expect(await refusal(put(encrypted))).toMatchObject(disabled);
    await kms.send(new EnableKeyCommand({ KeyId: id }));
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: 7 }));
    expect(await refusal(get())).toMatchObject({
      code: 'KMS.KMSInvalidStateException',
      message: `${arn} is pending deletion.`,
    });
    expect(await refusal(put({ ...encrypted, SSEKMSKeyId: 'alias/none' }))).toMatchObject({
      code: 'KMS.NotFoundException',
    });
  });

  test('must name a method that S3 has', async () => {
    const { put } = await openBucket();
    expect(await refusal(put({ SSEKMSKeyId: 'k' }))).toMatchObject({
      code: 'InvalidArgument',
      message:
        'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    });
    expect(await refusal(put({ ServerSideEncryption: 'rot13' as never }))).toMatchObject({
      code: 'InvalidArgument',
      message: 'The encryption method specified is not supported',
    });
  });

  test('is copied and uploaded in parts with its key', async () => {
    const { s3, put, get, createKey } = await openBucket();
    const key = await createKey();
    const encrypted = { ServerSideEncryption: 'aws:kms' as const, SSEKMSKeyId: key.id };
    await put({ ...encrypted, Body: 'text' });
    const CopySource = `${Bucket}/a`;
    expect(await s3.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource }))).toMatchObject({
      ServerSideEncryption: 'AES256',
    });
    const copied = await s3.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource, ...encrypted }));
    expect(copied).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key.arn });
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'c', ...encrypted }));
    const upload = { Bucket, Key: 'c', UploadId };
    const { ETag, SSEKMSKeyId } = await s3.send(
      new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'text' }),
    );
    expect(SSEKMSKeyId).toBe(key.arn);
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    expect(await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload }))).toMatchObject({
      SSEKMSKeyId: key.arn,
    });
    expect(await (await get({ Key: 'c' })).Body?.transformToString()).toBe('text');
  });
});

describe('with a key of the client an object', () => {
  test('is read only with that key', async () => {
    const { s3, put, get, head } = await openBucket();
    const stored = await put({ Body: 'text', ...customerKey });
    expect(stored).toMatchObject({ SSECustomerAlgorithm: 'AES256' });
    expect(stored.ServerSideEncryption).toBeUndefined();
    expect(await refusal(get())).toMatchObject({
      code: 'InvalidRequest',
      message:
        'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.',
    });
    expect(await (await get(customerKey)).Body?.transformToString()).toBe('text');
    expect(await head(customerKey)).toMatchObject({ SSECustomerKeyMD5: stored.SSECustomerKeyMD5 });
    expect(await refusal(get({ ...customerKey, SSECustomerKey: 'x'.repeat(32) }))).toMatchObject({
      code: 'AccessDenied',
      message:
        'Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.',
    });
    const source = {
      CopySource: `${Bucket}/a`,
      CopySourceSSECustomerAlgorithm: 'AES256',
      CopySourceSSECustomerKey: customerKey.SSECustomerKey,
    };
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'b', ...source }));
    expect(await get({ Key: 'b' })).toMatchObject({ ServerSideEncryption: 'AES256' });
    expect(await refusal(get({ Key: 'b', ...customerKey }))).toMatchObject({
      message: 'The encryption parameters are not applicable to this object.',
    });
  });

  test('is refused where the key is not one', async () => {
    const { put } = await openBucket();
    const refused = (input: object) => refusal(put({ ...customerKey, ...input }));
    expect(await refused({ SSECustomerAlgorithm: 'KMS' })).toMatchObject({
      code: 'InvalidEncryptionAlgorithmError',
      message: 'The Encryption request you specified is not valid. Supported value: AES256.',
    });
    expect(await refused({ SSECustomerKey: 'short' })).toMatchObject({
      message: 'The secret key was invalid for the specified algorithm.',
    });
    expect(await refused({ ServerSideEncryption: 'AES256' })).toMatchObject({
      message:
        'Server Side Encryption with Customer provided key is incompatible with the encryption method specified',
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
