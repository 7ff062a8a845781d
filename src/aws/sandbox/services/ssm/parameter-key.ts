import { fromBase64, fromUtf8, toBase64 } from '@smithy/core/serde';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { parameterArn } from './locate.ts';
import type { ParameterVersion, Tier } from './state.ts';

/** The key of secure strings that name no other. */
export const DEFAULT_KEY = 'alias/aws/ssm';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

type Context = Pick<OperationContext<unknown>, 'call' | 'caller' | 'region' | 'random' | 'state'>;

/**
 * Encrypts a value with the caller's own permissions, a standard one as a whole and an advanced one by a data key
 * (User Guide, "How Parameter Store uses AWS KMS"). AWS's own key lets everybody of the account through, so that its
 * text may be any. Returns base64.
 */
export async function encryptValue(
  context: Context,
  { name, value, keyId, tier }: { name: string; value: string; keyId: string; tier: Tier },
): Promise<string> {
  if (keyId === DEFAULT_KEY) return `AQICAHh${context.random.text(177, BASE64)}`;
  const EncryptionContext = { PARAMETER_ARN: parameterArn(context, name) };
  const { CiphertextBlob } =
    tier === 'Standard'
      ? await callKey(context, 'Encrypt', { KeyId: keyId, EncryptionContext, Plaintext: fromUtf8(value) })
      : await callKey(context, 'GenerateDataKey', { KeyId: keyId, EncryptionContext, KeySpec: 'AES_256' });
  return toBase64(CiphertextBlob as Uint8Array);
}

/** Asks the key of a secure string to decrypt it, with the caller's own permissions. Throws where it does not. */
export async function decryptValue(
  context: Context,
  name: string,
  { keyId, ciphertext }: Pick<ParameterVersion, 'keyId' | 'ciphertext'>,
): Promise<void> {
  if (ciphertext === undefined || keyId === undefined || keyId === DEFAULT_KEY) return;
  const EncryptionContext = { PARAMETER_ARN: parameterArn(context, name) };
  await callKey(context, 'Decrypt', { CiphertextBlob: fromBase64(ciphertext), EncryptionContext });
}

/** Calls KMS. Its refusals of the key itself are Parameter Store's InvalidKeyId (API reference, PutParameter); all else stays. */
async function callKey(context: Context, operation: string, input: Record<string, unknown>) {
  const { call, caller, region } = context;
  try {
    return await call({ service: 'kms', operation, input, region, as: caller, via: 'ssm' });
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === 'AccessDeniedException') throw error;
    throw new ServiceError(400, 'InvalidKeyId', error.message);
  }
}
