import { fromUtf8 } from '@smithy/core/serde';
import type { Random } from '../../../random/index.ts';
import { concat } from '../../../rsa-keys/index.ts';
import { randomBytes, sameBytes } from './rsa-schemes.ts';

/** The first bytes of AWS's ciphertexts (`AQICAHh` in base64); the rest of the format is ours. */
const HEADER = Uint8Array.of(1, 2, 2, 0, 0x78);
const ID_LENGTH = 16;
const IV_LENGTH = 12;

type EncryptionContext = Readonly<Record<string, string>>;

/** A ciphertext that some symmetric key has made. */
interface Sealed {
  /** `1234abcd-12ab-34cd-56ef-1234567890ab` */
  readonly keyId: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Encrypts with AES-256 in GCM; the encryption context is authenticated. */
export async function seal(
  keyId: string,
  material: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array,
  context: EncryptionContext,
  random: Random,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = randomBytes(random, IV_LENGTH);
  const key = await crypto.subtle.importKey('raw', material, 'AES-GCM', false, ['encrypt']);
  const parameters = { name: 'AES-GCM', iv, additionalData: canonical(context) };
  const data = await crypto.subtle.encrypt(parameters, key, concat(plaintext));
  return concat(HEADER, idBytes(keyId), iv, new Uint8Array(data));
}

/** Reads which key made a ciphertext; undefined for bytes that are no ciphertext of ours. */
export function readSealed(blob: Uint8Array): Sealed | undefined {
  const start = HEADER.length + ID_LENGTH;
  if (blob.length < start + IV_LENGTH + 16 || !sameBytes(blob.subarray(0, HEADER.length), HEADER))
    return undefined;
  const hex = Array.from(blob.subarray(HEADER.length, start), (byte) => byte.toString(16).padStart(2, '0'));
  const keyId = hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const data = concat(blob.subarray(start + IV_LENGTH));
  return { keyId, iv: concat(blob.subarray(start, start + IV_LENGTH)), data };
}

/** Decrypts; undefined where the ciphertext was changed or the context is another. */
export async function unseal(
  { iv, data }: Sealed,
  material: Uint8Array<ArrayBuffer>,
  context: EncryptionContext,
): Promise<Uint8Array | undefined> {
  const key = await crypto.subtle.importKey('raw', material, 'AES-GCM', false, ['decrypt']);
  const parameters = { name: 'AES-GCM', iv, additionalData: canonical(context) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, data));
  } catch {
    return undefined;
  }
}

/** The order of a context's pairs says nothing (Developer Guide, "Encryption context"). */
function canonical(context: EncryptionContext): Uint8Array<ArrayBuffer> {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return concat(fromUtf8(JSON.stringify(pairs)));
}

const idBytes = (keyId: string): Uint8Array =>
  Uint8Array.from(keyId.replaceAll('-', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
