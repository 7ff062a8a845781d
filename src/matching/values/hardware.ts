import type { ValuePattern } from './types.ts';

const PAIR = '[0-9a-fA-F]{2}';

/** `06:6a:0f:9a:49:37`: the address of a network interface. */
export const macAddressPattern: ValuePattern = {
  type: 'mac-address',
  needs: [':'],
  finds: new RegExp(`(?<![\\w:])${PAIR}(?::${PAIR}){5}(?![\\w:])`, 'g'),
  shape: () => `${PAIR}(?::${PAIR}){5}`,
  binds: () => true,
  describe: () => 'a MAC address',
};

/** `1f:51:ae:...`, 16 pairs (MD5) or 20 (SHA-1): what identifies a key or a certificate. */
export const fingerprintPattern: ValuePattern = {
  type: 'fingerprint',
  needs: [':'],
  finds: new RegExp(`(?<![\\w:])${PAIR}(?::${PAIR}){15,31}(?![\\w:])`, 'g'),
  shape: (example) => `${PAIR}(?::${PAIR}){${(example.length - 2) / 3}}`,
  binds: () => true,
  describe: (example) => `a fingerprint of ${(example.length + 1) / 3} pairs`,
};
