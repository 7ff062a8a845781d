import { type OperationContext, ServiceError } from '../../operation/index.ts';
import type { SecretVersion, VersionKey } from './secrets-state.ts';

/** AWS's own key, which lets everybody of the account through. */
const DEFAULT_KEY = 'alias/aws/secretsmanager';

type Context = Pick<OperationContext<unknown>, 'call' | 'caller' | 'region'>;

/**
 * Asks a key of the account for a data key, with the caller's own permissions (User Guide, "Secret encryption and
 * decryption in AWS Secrets Manager"). Undefined for AWS's own key.
 */
export async function encryptionOf(
  context: Context,
  keyId: string | undefined,
  arn: string,
): Promise<VersionKey | undefined> {
  if (keyId === undefined || keyId === DEFAULT_KEY) return undefined;
  const input = { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { SecretARN: arn } };
  const { CiphertextBlob } = await callKey(context, 'GenerateDataKey', input, {
    code: 'EncryptionFailure',
    // The model's sentences about this error.
    message:
      "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
  });
  return { keyId, dataKey: CiphertextBlob as Uint8Array };
}

/** Asks the key of a version to decrypt its data key. Throws where it does not. */
export async function checkSecretDecryption(
  context: Context,
  { key }: Pick<SecretVersion, 'key'>,
  arn: string,
): Promise<void> {
  if (!key) return;
  const input = { CiphertextBlob: key.dataKey, EncryptionContext: { SecretARN: arn } };
  await callKey(context, 'Decrypt', input, {
    code: 'DecryptionFailure',
    // The model's sentence about this error.
    message: "Secrets Manager can't decrypt the protected secret text using the provided KMS key.",
  });
}

async function callKey(
  { call, caller, region }: Context,
  operation: string,
  input: Record<string, unknown>,
  failure: { readonly code: string; readonly message: string },
) {
  try {
    return await call({ service: 'kms', operation, input, region, as: caller, via: 'secretsmanager' });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // A text that users of AWS quote.
    if (error.code === 'AccessDeniedException')
      throw new ServiceError(400, 'AccessDeniedException', 'Access to KMS is not allowed');
    throw new ServiceError(400, failure.code, failure.message);
  }
}
