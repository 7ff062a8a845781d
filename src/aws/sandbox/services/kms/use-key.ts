import { type RsaKey, rsaKey } from '../../rsa-keys/index.ts';
import { type CurveName, type EllipticKey, ellipticKey, isCurveName } from './cryptography/curves.ts';
import { randomBytes } from './cryptography/rsa-schemes.ts';
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

type KmsKeyPair =
  | { readonly kind: 'rsa'; readonly key: RsaKey }
  | { readonly kind: 'elliptic'; readonly key: EllipticKey };

const secrets = new WeakMap<KmsKey, Uint8Array<ArrayBuffer>>();
const pairs = new WeakMap<KmsKey, KmsKeyPair>();

/** Returns the secret of a symmetric or HMAC key. */
export function secretOf(key: KmsKey): Uint8Array<ArrayBuffer> {
  const known = secrets.get(key);
  if (known) return known;
  const secret = randomBytes(key.materialSource, keySpecs[key.spec]?.bytes ?? 0);
  secrets.set(key, secret);
  return secret;
}

/** Returns the key pair of an asymmetric key: the same for one seed of the account. */
export function keyPairOf(key: KmsKey): KmsKeyPair {
  const known = pairs.get(key);
  if (known) return known;
  const pair = newPair(key.spec, key.materialSource);
  pairs.set(key, pair);
  return pair;
}

/** Draws a key pair of a spec: `RSA_2048`, `ECC_NIST_P256`. */
export function newPair(spec: string, random: KmsKey['materialSource']): KmsKeyPair {
  if (isCurveName(spec)) return { kind: 'elliptic', key: ellipticKey(spec as CurveName, random) };
  const bits = keySpecs[spec]?.bits;
  if (bits === undefined) throw new Error(`${spec} is no spec of a key pair`);
  return { kind: 'rsa', key: rsaKey(random, bits) };
}
