import { CopyObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { Bucket, openBucket } from './open-encrypted.ts';

standStill();

const customerKey = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32) };

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
