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

/** `sha256:0a1b...`, the digest of an image or a layer, also behind the `@` of its address. */
export const imageDigestPattern: ValuePattern = {
  ...fingerprintPattern,
  needs: ['sha256:'],
  finds: /(?<![A-Za-z0-9])sha256:[0-9a-f]{64}(?![A-Za-z0-9])/g,
  shape: () => 'sha256:[0-9a-f]{64}',
  describe: () => 'a digest (sha256: and 64 hexadecimal digits)',
};

/** Ways of writing a digest that is all of a value, S3's in quotes and with the number of its parts. */
const WHOLE = [
  '[0-9a-f]{32}',
  '"[0-9a-f]{32}"',
  '[0-9a-f]{32}-\\d{1,5}',
  '"[0-9a-f]{32}-\\d{1,5}"',
  '[0-9a-f]{40}',
  '[0-9a-f]{64}',
  '[A-Za-z0-9+/]{6}==',
  '[A-Za-z0-9+/]{11}=',
  '[A-Za-z0-9+/]{22}==',
  '[A-Za-z0-9+/]{27}=',
  '[A-Za-z0-9+/]{43}=',
  '[A-Za-z0-9+/]{86}==',
].map((source) => ({ source, whole: new RegExp(`^${source}$`) }));

const wayOf = (text: string) => WHOLE.find(({ whole }) => whole.test(text));

/** Tells whether a text is a digest; the number of parts behind it stays. */
export const isDigest = (text: string): boolean => wayOf(text) !== undefined;

/** A digest under the key of one: `CodeSha256`, `ETag`, `ChecksumSHA256`. That of the page's own content is given. */
export const digestPattern: ValuePattern = {
  ...fingerprintPattern,
  needs: undefined,
  finds: /(?!)/g,
  shape: (example) =>
    wayOf(example)?.source.replace('\\d{1,5}', () => /-(\d+)"?$/.exec(example)?.[1] ?? '') ?? '(?!)',
  describe: (example) => `a digest of ${example.replaceAll('"', '').length} characters`,
};

/** ETag of a configuration of CloudFront. */
export const configurationTagPattern: ValuePattern = {
  ...digestPattern,
  shape: () => 'E[A-Z0-9]{11,14}',
  describe: () => 'the ETag of a configuration (E and 11 to 14 capitals and digits)',
};
