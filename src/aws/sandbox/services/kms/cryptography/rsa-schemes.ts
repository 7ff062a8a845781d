import type { Random } from '../../../random/index.ts';
import { concat, numberBytes, power, type RsaKey } from '../../../rsa-keys/index.ts';
import type { Digest } from './digests.ts';

/*
 * The schemes of RFC 8017 that KMS has. WebCrypto signs messages only, not digests, which KMS takes too; and its salts
 * are not the account's own chance.
 */

/** The ASN.1 prefixes of EMSA-PKCS1-v1_5 (RFC 8017, section 9.2, note 1), by the length of the digest. */
const DIGEST_INFO: Readonly<Record<number, string>> = {
  32: '3031300d060960864801650304020105000420',
  48: '3041300d060960864801650304020205000430',
  64: '3051300d060960864801650304020305000440',
};

/** Returns the length of a key's modulus in bytes. */
export const lengthOf = ({ n }: Pick<RsaKey, 'n'>): number => numberBytes(n).length;

/** Returns the most bytes that RSAES-OAEP encrypts with a key (RFC 8017, section 7.1.1). */
export const oaepLimit = (key: RsaKey, digest: Digest): number => lengthOf(key) - 2 * digest.outputLen - 2;

/** Encrypts with RSAES-OAEP and an empty label. The plaintext must not be longer than `oaepLimit`. */
export function encryptOaep(
  key: RsaKey,
  digest: Digest,
  plaintext: Uint8Array,
  random: Random,
): Uint8Array<ArrayBuffer> {
  const { outputLen } = digest;
  const padding = new Uint8Array(oaepLimit(key, digest) - plaintext.length);
  const block = concat(digest(new Uint8Array()), padding, Uint8Array.of(1), plaintext);
  const seed = randomBytes(random, outputLen);
  const maskedBlock = xor(block, mask(digest, seed, block.length));
  const maskedSeed = xor(seed, mask(digest, maskedBlock, outputLen));
  return raise(concat(Uint8Array.of(0), maskedSeed, maskedBlock), key.e, key);
}

/** Decrypts with RSAES-OAEP; undefined for what the key and digest have not encrypted. */
export function decryptOaep(key: RsaKey, digest: Digest, ciphertext: Uint8Array): Uint8Array | undefined {
  const { outputLen } = digest;
  if (ciphertext.length !== lengthOf(key) || toNumber(ciphertext) >= key.n) return undefined;
  const whole = raise(ciphertext, key.d, key);
  const [maskedSeed, maskedBlock] = [whole.subarray(1, 1 + outputLen), whole.subarray(1 + outputLen)];
  const seed = xor(maskedSeed, mask(digest, maskedBlock, outputLen));
  const block = xor(maskedBlock, mask(digest, seed, maskedBlock.length));
  const end = block.findIndex((byte, at) => at >= outputLen && byte !== 0);
  const isWhole =
    whole[0] === 0 && block[end] === 1 && sameBytes(block.subarray(0, outputLen), digest(new Uint8Array()));
  return isWhole ? block.subarray(end + 1) : undefined;
}

/** Signs a digest with RSASSA-PKCS1-v1_5. */
export function signPkcs1(key: RsaKey, digest: Uint8Array): Uint8Array<ArrayBuffer> {
  return raise(pkcs1Block(key, digest), key.d, key);
}

export function verifyPkcs1(key: RsaKey, digest: Uint8Array, signature: Uint8Array): boolean {
  const opened = open(key, signature);
  return opened !== undefined && sameBytes(opened, pkcs1Block(key, digest));
}

function pkcs1Block(key: RsaKey, digest: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = fromHex(DIGEST_INFO[digest.length] ?? '');
  const filling = new Uint8Array(lengthOf(key) - prefix.length - digest.length - 3).fill(0xff);
  return concat(Uint8Array.of(0, 1), filling, Uint8Array.of(0), prefix, digest);
}

/** Signs a digest with RSASSA-PSS; the salt is as long as the digest (KMS Developer Guide, "RSA key specs"). */
export function signPss(
  key: RsaKey,
  hash: Digest,
  digest: Uint8Array,
  random: Random,
): Uint8Array<ArrayBuffer> {
  const salt = randomBytes(random, hash.outputLen);
  const proof = hash(concat(new Uint8Array(8), digest, salt));
  const padding = new Uint8Array(lengthOf(key) - 2 * hash.outputLen - 2);
  const block = concat(padding, Uint8Array.of(1), salt);
  const masked = xor(block, mask(hash, proof, block.length));
  // The modulus has whole bytes: its highest bit is one more than the message may have.
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return raise(concat(masked, proof, Uint8Array.of(0xbc)), key.d, key);
}

export function verifyPss(key: RsaKey, hash: Digest, digest: Uint8Array, signature: Uint8Array): boolean {
  const opened = open(key, signature);
  if (opened?.at(-1) !== 0xbc) return false;
  const { outputLen } = hash;
  const [masked, proof] = [opened.subarray(0, -outputLen - 1), opened.subarray(-outputLen - 1, -1)];
  const block = xor(masked, mask(hash, proof, masked.length));
  block[0] = (block[0] ?? 0) & 0x7f;
  const [padding, salt] = [block.subarray(0, -outputLen - 1), block.subarray(-outputLen)];
  return (
    padding.every((byte) => byte === 0) &&
    block.at(-outputLen - 1) === 1 &&
    sameBytes(proof, hash(concat(new Uint8Array(8), digest, salt)))
  );
}

function open(key: RsaKey, signature: Uint8Array): Uint8Array | undefined {
  if (signature.length !== lengthOf(key) || toNumber(signature) >= key.n) return undefined;
  return raise(signature, key.e, key);
}

/** MGF1 (RFC 8017, appendix B.2.1). */
function mask(digest: Digest, seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / digest.outputLen) }, (_, counter) =>
    digest(concat(seed, Uint8Array.of(0, 0, 0, counter))),
  );
  return concat(...blocks).subarray(0, length);
}

/** Raises a message to an exponent modulo the key's modulus; as long as the modulus. */
function raise(message: Uint8Array, exponent: bigint, key: RsaKey): Uint8Array<ArrayBuffer> {
  const bytes = numberBytes(power(toNumber(message), exponent, key.n));
  return concat(new Uint8Array(lengthOf(key) - bytes.length), bytes);
}

const toNumber = (bytes: Uint8Array): bigint =>
  BigInt(`0x0${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, at) => byte ^ (b[at] ?? 0));

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

export const randomBytes = (random: Random, length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, () => random.integer(256));
