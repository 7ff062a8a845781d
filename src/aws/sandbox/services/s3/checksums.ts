import { Crc32, Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc';
import { Md5 } from '@aws-sdk/checksums/md5';
import { Sha1, Sha256, Sha512 } from '@aws-sdk/checksums/sha';
import { Xxh3_64, Xxh3_128, Xxh64 } from '@aws-sdk/checksums/xxh';
import { fromBase64, fromHex, fromUtf8, toBase64, toHex } from '@smithy/core/serde';
import { ServiceError } from '../../operation/index.ts';
import type { Checksum } from './state/index.ts';

interface Hash {
  update(data: Uint8Array): void;
  digest(): Promise<Uint8Array>;
}

interface Algorithm {
  /** In bytes. */
  readonly length: number;
  create(): Hash;
}

/** Source: S3 User Guide, "Checking object integrity for data uploads in Amazon S3". */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  CRC32: { length: 4, create: () => new Crc32() },
  CRC32C: { length: 4, create: () => new Crc32c() },
  CRC64NVME: { length: 8, create: () => new Crc64Nvme() },
  SHA1: { length: 20, create: () => new Sha1() },
  SHA256: { length: 32, create: () => new Sha256() },
  SHA512: { length: 64, create: () => new Sha512() },
  MD5: { length: 16, create: () => new Md5() },
  XXHASH64: { length: 8, create: () => new Xxh64() },
  XXHASH3: { length: 8, create: () => new Xxh3_64() },
  XXHASH128: { length: 16, create: () => new Xxh3_128() },
};

export const ALGORITHM_NAMES = Object.keys(ALGORITHMS);

/** Checksum algorithm that S3 uses where a client sends none. */
export const DEFAULT_ALGORITHM = 'CRC64NVME';

export async function digest(algorithm: string, data: Uint8Array): Promise<Uint8Array> {
  const hash = ALGORITHMS[algorithm]?.create();
  if (!hash) throw new Error(`no such checksum: ${algorithm}`);
  hash.update(data);
  return hash.digest();
}

/** Tells whether a text is a checksum of the algorithm in base64. */
export function isChecksum(algorithm: string, text: string): boolean {
  try {
    return fromBase64(text).length === ALGORITHMS[algorithm]?.length;
  } catch {
    return false;
  }
}

export async function fullChecksum(algorithm: string, data: Uint8Array): Promise<Checksum> {
  return { algorithm, value: toBase64(await digest(algorithm, data)), type: 'FULL_OBJECT' };
}

/** Of parts: the checksum of their checksums, and how many they are. */
export async function compositeChecksum(algorithm: string, parts: readonly string[]): Promise<Checksum> {
  const joined = parts.map((value) => fromBase64(value));
  const value = toBase64(await digest(algorithm, concatenated(joined)));
  return { algorithm, value: `${value}-${parts.length}`, type: 'COMPOSITE' };
}

/** The ETag of bytes that are stored whole, in its quotes. */
export async function etagOf(data: Uint8Array): Promise<string> {
  return `"${toHex(await digest('MD5', data))}"`;
}

/** The ETag of an object of parts: the MD5 of their MD5s, and how many they are. */
export async function multipartEtag(etags: readonly string[]): Promise<string> {
  const digests = etags.map((etag) => fromHex(etag.slice(1, -1)));
  return `"${toHex(await digest('MD5', concatenated(digests)))}-${etags.length}"`;
}

export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}

/** The member of inputs and outputs that carries a checksum: `ChecksumCRC32`. */
export function checksumMember({ algorithm, value }: Pick<Checksum, 'algorithm' | 'value'>): {
  [member: string]: string;
} {
  return { [`Checksum${algorithm}`]: value };
}

/** "5 GB" for one PutObject or UploadPart (S3 User Guide). */
const MAX_BODY_BYTES = 5 * 1024 ** 3;

/** A body as its bytes; an operation called without one has none. */
export function bytesOf(body: unknown): Uint8Array {
  const bytes = body instanceof Uint8Array ? body : fromUtf8(typeof body === 'string' ? body : '');
  if (bytes.length <= MAX_BODY_BYTES) return bytes;
  throw new ServiceError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    ProposedSize: String(bytes.length),
    MaxSizeAllowed: String(MAX_BODY_BYTES),
  });
}

/** The checksum that came with a body, which has been checked, else the one that S3 computes itself. */
export async function checksumOf(input: object, body: Uint8Array): Promise<Checksum> {
  const stated = statedAlgorithm(input);
  return fullChecksum(stated ?? DEFAULT_ALGORITHM, body);
}

/** The algorithm whose checksum an input carries. */
export function statedAlgorithm(input: object): string | undefined {
  return ALGORITHM_NAMES.find((name) => (input as Record<string, unknown>)[`Checksum${name}`] !== undefined);
}
