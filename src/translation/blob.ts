import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Git's id of a blob with this text, in 40 hexadecimal digits; git itself need not know the blob. Git keeps text
 * without carriage returns (`.gitattributes`), whatever an editor has saved.
 */
export function blobId(text: string): string {
  const content = utf8ToBytes(text.replaceAll('\r\n', '\n'));
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${content.length}\0`), content)));
}

/** A hash in 16 hexadecimal digits. */
export function shortHash(text: string): string {
  return bytesToHex(sha1(utf8ToBytes(text))).slice(0, 16);
}
