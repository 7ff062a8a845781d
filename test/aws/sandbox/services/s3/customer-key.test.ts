import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
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
