import type { ValuePattern } from './types.ts';

const CHARACTERS = '[A-Za-z0-9+/=_.:|~%-]';
const isMixed = (text: string): boolean =>
  (/\d/.test(text) && /[A-Za-z]/.test(text)) || (text.match(/[a-z][A-Z]|[A-Z][a-z]/g) ?? []).length >= 6;

/** Values under the key of a token that have a form of their own. */
const OTHER_FORM =
  /^(?:[0-9A-Za-z]{8}(?:-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{11,12}|\d{4}-\d\d-\d\d[T ].*|[a-z]+-[0-9a-f]{8,17})$/;
const NUMBER = /^\d+$/;

/** Pagination token or receipt handle: any length, new with each request. The key says that it is one. */
export const tokenPattern: ValuePattern = {
  type: 'token',
  finds: /(?!)/g,
  recognises: (found) =>
    new RegExp(`^${CHARACTERS}{12,}$`).test(found) &&
    !OTHER_FORM.test(found) &&
    (isMixed(found) || NUMBER.test(found)),
  shape: (example) => (NUMBER.test(example) ? '\\d{8,}' : `${CHARACTERS}{8,}`),
  accepts: (actual) => (isMixed(actual) && !OTHER_FORM.test(actual)) || NUMBER.test(actual),
  binds: () => true,
  describe: () => 'a token (letters and digits)',
};

/** S3's version of an object: 32 characters or more. `null` and small numbers are no such ids. */
export const versionIdPattern: ValuePattern = {
  ...tokenPattern,
  type: 'resource-id',
  recognises: (found) => /^[A-Za-z0-9._+/=-]{16,}$/.test(found) && isMixed(found) && !OTHER_FORM.test(found),
  shape: () => '[A-Za-z0-9._+/=-]{16,}',
  describe: () => 'the id of a version',
};

/** The end of a URL that is signed by the older way: seconds since 1970. */
export const urlExpiryPattern: ValuePattern = {
  type: 'timestamp',
  needs: ['Expires='],
  finds: /(?<=[?&]Expires=)\d{10}(?!\d)/g,
  shape: () => '\\d{10}',
  binds: () => false,
  describe: () => 'a time as a number since 1970',
};

/** Query parameters of a signed URL that hold a signature or a token. */
export const signaturePattern: ValuePattern = {
  type: 'signature',
  needs: ['='],
  finds:
    /(?<=[?&](?:X-Amz-Signature|X-Amz-Security-Token|x-amz-security-token|Signature|Policy|versionId)=)[A-Za-z0-9%+/=_.~-]{8,}/g,
  shape: () => '[A-Za-z0-9%+/=_.~-]{8,}',
  binds: () => false,
  describe: () => 'a signature or token of a signed URL',
};

const BASE64 = '[A-Za-z0-9+/]';
const PEM = '-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\\s]+-----END [A-Z ]+-----';

/** Certificates and keys: PEM, PEM in base64, and public keys of SSH. Their kind stays, their content is made for each. */
export const keyMaterialPattern: ValuePattern = {
  ...tokenPattern,
  needs: ['-----BEGIN', 'LS0tLS1CRUdJTi', 'AAAA'],
  finds: new RegExp(
    `${PEM}|(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi${BASE64}{16,}={0,2}|(?<=(?:ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp\\d{3}) )AAAA${BASE64}{8,}={0,3}`,
    'g',
  ),
  recognises: undefined,
  shape: (example) => {
    if (example.startsWith('AAAA')) return `AAAA${BASE64}{8,}={0,3}`;
    // The beginning in base64 says `-----BEGIN`.
    if (!example.startsWith('-')) return `LS0tLS1CRUdJTi${BASE64}{16,}={0,2}`;
    const [begin = '', end = ''] = example.match(/-----(?:BEGIN|END) [A-Z ]+-----/g) ?? [];
    return `${begin}[A-Za-z0-9+/=\\s]+${end}`;
  },
  accepts: undefined,
  describe: () => 'a certificate or a key',
};
