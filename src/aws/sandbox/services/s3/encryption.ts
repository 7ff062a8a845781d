import type { PutObjectOutput } from '@aws-sdk/client-s3';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { checkCustomerKey, type StatedCustomerKey, statedKeyMd5 } from './customer-key.ts';
import { bucketArn, bucketOf, objectArn } from './find-bucket.ts';
import { headerNotSimulated, invalidArgument } from './s3-errors.ts';
import type { Encryption, StoredObject } from './state/index.ts';

/** Encryption that a client asks for as it stores an object. */
export interface StatedEncryption extends StatedCustomerKey {
  readonly Bucket?: string;
  readonly Key?: string;
  readonly ServerSideEncryption?: string;
  readonly SSEKMSKeyId?: string;
  readonly SSEKMSEncryptionContext?: string;
  readonly BucketKeyEnabled?: boolean;
}

/** AWS's own key, which the account gets when it is first used. */
const MANAGED_KEY = 'alias/aws/s3';
const ARGUMENT = 'x-amz-server-side-encryption';
const HEX = '0123456789abcdef';

type Context<Input> = Pick<OperationContext<Input>, 'input' | 'state' | 'call' | 'caller' | 'region'>;

/**
 * Encryption of a new object: as its request says, else as its bucket does. With a key of KMS it asks for a data key,
 * with the caller's own permissions (S3 User Guide, "Using server-side encryption with AWS KMS keys").
 */
export async function encryptionFor(context: Context<StatedEncryption>): Promise<Encryption> {
  const { input } = context;
  const keyMd5 = await statedKeyMd5(input, input.ServerSideEncryption);
  if (keyMd5 !== undefined) return { kind: 'customer', keyMd5 };
  const { kind, keyId, hasBucketKey } = chosenMethod(context);
  if (kind === 'AES256') return { kind };
  const encryptionContext = { 'aws:s3:arn': hasBucketKey ? bucketArn(input) : objectArn(input) };
  const { CiphertextBlob, KeyId } = await callKey(context, 'GenerateDataKey', {
    KeyId: keyId ?? MANAGED_KEY,
    KeySpec: 'AES_256',
    EncryptionContext: encryptionContext,
  });
  const dataKey = CiphertextBlob as Uint8Array;
  return { kind, keyArn: String(KeyId), dataKey, encryptionContext, hasBucketKey };
}

/** Asks for the key that an object was encrypted with: a read must provide it, or may use it in KMS. */
export async function checkDecryption(
  context: Omit<Context<unknown>, 'input' | 'state'>,
  object: Pick<StoredObject, 'encryption'>,
  stated: StatedCustomerKey,
): Promise<void> {
  await checkCustomerKey(object, stated);
  const { encryption } = object;
  if (!('dataKey' in encryption)) return;
  const { dataKey, encryptionContext } = encryption;
  await callKey(context, 'Decrypt', { CiphertextBlob: dataKey, EncryptionContext: encryptionContext });
}

/** The members by which answers tell how an object is encrypted. */
export function shownEncryption(encryption: Encryption) {
  switch (encryption.kind) {
    case 'AES256':
      return { ServerSideEncryption: encryption.kind };
    case 'customer':
      return { SSECustomerAlgorithm: 'AES256', SSECustomerKeyMD5: encryption.keyMd5 };
    default:
      return {
        ServerSideEncryption: encryption.kind as PutObjectOutput['ServerSideEncryption'],
        SSEKMSKeyId: encryption.keyArn,
        BucketKeyEnabled: encryption.hasBucketKey || undefined,
      };
  }
}

/** "Objects encrypted by SSE-C or SSE-KMS have ETags that are not an MD5 digest of their object data" (API reference, Object). */
export function shownEtag(
  etag: string,
  encryption: Encryption,
  { random }: Pick<OperationContext<unknown>, 'random'>,
): string {
  return encryption.kind === 'AES256' ? etag : `"${random.text(32, HEX)}"`;
}

/** Texts that users of S3 quote. */
function chosenMethod({ input, state }: Pick<Context<StatedEncryption>, 'input' | 'state'>) {
  const { ServerSideEncryption: method, SSEKMSKeyId: keyId, BucketKeyEnabled } = input;
  if (input.SSEKMSEncryptionContext !== undefined)
    throw headerNotSimulated('x-amz-server-side-encryption-context');
  const { encryption } = bucketOf({ input, state }).settings;
  if (method === undefined) {
    if (keyId !== undefined) throw keyWithoutMethod();
    return { ...encryption, hasBucketKey: BucketKeyEnabled ?? encryption.hasBucketKey };
  }
  switch (method) {
    case 'AES256':
      if (keyId !== undefined) throw keyWithoutMethod();
      return { kind: method, hasBucketKey: false } as const;
    case 'aws:kms':
    case 'aws:kms:dsse':
      return { kind: method, keyId, hasBucketKey: BucketKeyEnabled ?? encryption.hasBucketKey } as const;
    default:
      throw invalidArgument('The encryption method specified is not supported', ARGUMENT, method);
  }
}

const keyWithoutMethod = () =>
  invalidArgument(
    'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    ARGUMENT,
  );

/** Calls KMS. S3 answers a denial as its own, and every other refusal under a code that names KMS, as recorded on AWS. */
async function callKey(
  { call, caller, region }: Omit<Context<unknown>, 'input' | 'state'>,
  operation: string,
  input: Record<string, unknown>,
) {
  try {
    return await call({ service: 'kms', operation, input, region, as: caller, via: 's3' });
  } catch (error) {
    if (!(error instanceof ServiceError) || error.status >= 500) throw error;
    if (error.code === 'AccessDeniedException') throw new ServiceError(403, 'AccessDenied', error.message);
    throw new ServiceError(400, `KMS.${error.code}`, error.message);
  }
}
