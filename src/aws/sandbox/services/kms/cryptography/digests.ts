import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

/** Hash functions by the end of an algorithm's name: `RSASSA_PSS_SHA_256`. */
const digests = { SHA_1: sha1, SHA_224: sha224, SHA_256: sha256, SHA_384: sha384, SHA_512: sha512 };

export type Digest = (typeof digests)[keyof typeof digests];

/** Finds the hash function of an algorithm by its name. */
export function digestOf(algorithm: string): Digest {
  const [name = ''] = /SHA_\d+$/.exec(algorithm) ?? [];
  const digest = digests[name as keyof typeof digests];
  if (!digest) throw new Error(`${algorithm} names no hash function`);
  return digest;
}
