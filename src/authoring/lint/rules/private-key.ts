import type { TextRule } from '../types.ts';

const KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+(?=[A-Za-z0-9+/]{20})/g;

/** Finds private keys, as `aws ec2 create-key-pair` prints them. */
export const privateKeyRule: TextRule = {
  name: 'private-key',
  reads: 'text',
  find: (text) =>
    [...text.matchAll(KEY)].map(({ index, 0: written }) => ({
      index,
      text: written.trim(),
      message: 'This is a private key.',
      fix: 'Leave its content out: write "..." for it. A private key that was published must be replaced.',
    })),
};
