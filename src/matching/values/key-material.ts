import { tokenPattern } from './opaque-token.ts';
import type { ValuePattern } from './types.ts';

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
