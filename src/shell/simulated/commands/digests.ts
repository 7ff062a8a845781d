import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

export { hmac } from '@noble/hashes/hmac.js';

/** Digests by the names that command lines have for them. */
export const digests = { md5, sha1, sha224, sha256, sha384, sha512 };
