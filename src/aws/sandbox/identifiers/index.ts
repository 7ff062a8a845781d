import type { Random } from '../random/index.ts';

/**
 * The forms of AWS's identifiers. Source: IAM User Guide, reference_identifiers (prefixes); lengths and
 * alphabets as seen on AWS, which documents none of them.
 */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const HEX = '0123456789abcdef';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** 20 characters; `AKIA` is a long-term key, `ASIA` a temporary one. */
export const newAccessKeyId = (random: Random, prefix: 'AKIA' | 'ASIA'): string =>
  prefix + random.text(16, BASE32);

/** 40 characters. */
export const secretAccessKey = (random: Random): string => random.text(40, BASE64);

/** 21 characters; `AIDA` is a user, `AGPA` a group, `AROA` a role, `ANPA` a managed policy, `AIPA` an instance profile. */
export const newUniqueId = (
  random: Random,
  prefix: 'AIDA' | 'AGPA' | 'AROA' | 'ANPA' | 'AIPA' | 'ACCA',
): string => prefix + random.text(17, BASE32);

/** Base64 that begins as tokens valid in all regions do: it decodes to `!\n\torigin_ec`. */
export const newSessionToken = (random: Random): string => `IQoJb3JpZ2luX2Vj${random.text(340, BASE64)}`;

/** A UUID of version 4. */
export const newRequestId = (random: Random): string =>
  [
    random.text(8, HEX),
    random.text(4, HEX),
    `4${random.text(3, HEX)}`,
    random.text(1, '89ab') + random.text(3, HEX),
    random.text(12, HEX),
  ].join('-');

/** S3's request id: 16 characters. */
export const s3RequestId = (random: Random): string => random.text(16, UPPER);

/** S3's second request id: base64 of 56 bytes. */
export const s3HostId = (random: Random): string => `${random.text(75, BASE64)}=`;

/** The account's id in S3's access control: 64 hex digits. */
export const canonicalUserId = (random: Random): string => random.text(64, HEX);

/** 64 characters of base32: the seed of a virtual MFA device. */
export const mfaSeed = (random: Random): string => random.text(64, BASE32);

/** The id of an object's version: 32 characters. */
export const objectVersionId = (random: Random): string => random.text(32, `${BASE64.slice(0, 62)}._`);

/** The id of a multipart upload: opaque, of characters that a URL takes as they are. */
export const uploadId = (random: Random): string => random.text(128, `${BASE64.slice(0, 62)}._`);
