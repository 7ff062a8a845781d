import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { Random } from '../../../random/index.ts';
import { bitString, concat, derInteger, octetString, sequence, tagged } from '../../../rsa-keys/index.ts';
import { randomBytes } from './rsa-schemes.ts';

/** id-ecPublicKey (RFC 5480). */
const EC_PUBLIC_KEY = objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01);

/** WebCrypto has no secp256k1, and signs no digests: this is what the noble library has both of. */
const curves = {
  ECC_NIST_P256: { curve: p256, id: objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07) },
  ECC_NIST_P384: { curve: p384, id: objectId(0x2b, 0x81, 0x04, 0x00, 0x22) },
  ECC_NIST_P521: { curve: p521, id: objectId(0x2b, 0x81, 0x04, 0x00, 0x23) },
  ECC_SECG_P256K1: { curve: secp256k1, id: objectId(0x2b, 0x81, 0x04, 0x00, 0x0a) },
};

export type CurveName = keyof typeof curves;

export interface EllipticKey {
  readonly name: CurveName;
  readonly secret: Uint8Array;
  /** The point, uncompressed. */
  readonly point: Uint8Array;
}

export const isCurveName = (name: string): name is CurveName => Object.hasOwn(curves, name);

/** Draws a key on a curve from the account's own chance. */
export function ellipticKey(name: CurveName, random: Random): EllipticKey {
  const { curve } = curves[name];
  const secret = curve.utils.randomSecretKey(randomBytes(random, curve.lengths.seed ?? 96));
  return { name, secret, point: curve.getPublicKey(secret, false) };
}

/** Signs a digest with ECDSA: the signature in DER, with the nonce of RFC 6979. */
export function signEcdsa({ name, secret }: EllipticKey, digest: Uint8Array): Uint8Array {
  return curves[name].curve.sign(digest, secret, { prehash: false, lowS: false, format: 'der' });
}

export function verifyEcdsa(
  { name, point }: EllipticKey,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return curves[name].curve.verify(signature, digest, point, {
      prehash: false,
      lowS: false,
      format: 'der',
    });
  } catch {
    // No DER, or no signature on this curve.
    return false;
  }
}

/** Encodes a public key as X.509 SubjectPublicKeyInfo (RFC 5480). */
export function ellipticSpki({ name, point }: EllipticKey): Uint8Array<ArrayBuffer> {
  return sequence(sequence(EC_PUBLIC_KEY, curves[name].id), bitString(point));
}

/** Encodes a private key as PKCS #8 (RFC 5915). */
export function ellipticPkcs8({ name, secret, point }: EllipticKey): Uint8Array<ArrayBuffer> {
  const key = sequence(derInteger(1n), octetString(secret), tagged(0xa1, bitString(point)));
  return sequence(derInteger(0n), sequence(EC_PUBLIC_KEY, curves[name].id), octetString(key));
}

function objectId(...bytes: number[]): Uint8Array {
  return tagged(0x06, concat(Uint8Array.from(bytes)));
}
