import { checkUsable } from './find-key.ts';
import { type KeyUsage, keySpecs } from './key-specs.ts';
import { invalidKeyUsage, kmsValidationError } from './kms-errors.ts';
import type { KmsKey } from './kms-state.ts';

/** Checks that a key may be used for an operation: its state, its usage. Throws a ServiceError. */
export function checkUse(key: KmsKey, usage: KeyUsage, operation: string): void {
  checkUsable(key);
  if (key.usage !== usage)
    throw invalidKeyUsage(`${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`);
}

/** Checks that a key has an algorithm. Throws InvalidKeyUsageException. */
export function checkAlgorithm(key: KmsKey, algorithm: string): void {
  if (!keySpecs[key.spec]?.[key.usage]?.includes(algorithm))
    throw invalidKeyUsage(`Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`);
}

/** Checks how long a blob is, which AWS does not show. Throws ValidationException. */
export function checkBlob(member: string, blob: Uint8Array = new Uint8Array(), most = 4096): void {
  const rule =
    blob.length < 1
      ? 'have length greater than or equal to 1'
      : blob.length > most && `have length less than or equal to ${most}`;
  if (rule)
    throw kmsValidationError(
      `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${rule}`,
    );
}
