import {
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { Bucket, openBucket } from './open-encrypted.ts';

standStill();

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
