import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EventJournal } from '../types.ts';

/** A journal as it is stored, with a code that only this browser can make for this site. */
export type SealedJournal = EventJournal & { readonly seal: string };

export function sealJournal(journal: EventJournal, key: Uint8Array): SealedJournal {
  return { ...journal, seal: codeOf(journal, key) };
}

/** Tells whether what was found in storage was sealed with the key, and not changed since. */
export function isSealed(found: unknown, key: Uint8Array): boolean {
  if (typeof found !== 'object' || found === null || !('seal' in found)) return false;
  const { seal, ...journal } = found;
  return seal === codeOf(journal, key);
}

const codeOf = (journal: object, key: Uint8Array): string =>
  bytesToHex(hmac(sha256, key, utf8ToBytes(JSON.stringify(journal))));
