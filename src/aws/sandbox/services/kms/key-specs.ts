/** Algorithms of the keys of a spec, by usage. Source: API reference, CreateKey, `KeySpec`. */
export interface KeySpecFacts {
  readonly ENCRYPT_DECRYPT?: readonly string[];
  readonly SIGN_VERIFY?: readonly string[];
  readonly GENERATE_VERIFY_MAC?: readonly string[];
  /** Of a symmetric or HMAC key: bytes of its material. Source: Developer Guide, "Key spec reference". */
  readonly bytes?: number;
  /** Of an RSA key. */
  readonly bits?: number;
}

export type KeyUsage = 'ENCRYPT_DECRYPT' | 'SIGN_VERIFY' | 'GENERATE_VERIFY_MAC';

const rsa = (bits: number): KeySpecFacts => ({
  bits,
  ENCRYPT_DECRYPT: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
  SIGN_VERIFY: ['PKCS1_V1_5', 'PSS'].flatMap((scheme) =>
    [256, 384, 512].map((size) => `RSASSA_${scheme}_SHA_${size}`),
  ),
});
const ecc = (size: number): KeySpecFacts => ({ SIGN_VERIFY: [`ECDSA_SHA_${size}`] });
const hmac = (size: number): KeySpecFacts => ({
  bytes: size / 8,
  GENERATE_VERIFY_MAC: [`HMAC_SHA_${size}`],
});

/** In the order in which AWS was seen to list them. */
export const keySpecs: Readonly<Record<string, KeySpecFacts>> = {
  RSA_2048: rsa(2048),
  ECC_NIST_P384: ecc(384),
  ECC_NIST_P256: ecc(256),
  ECC_NIST_P521: ecc(512),
  HMAC_384: hmac(384),
  RSA_3072: rsa(3072),
  ECC_SECG_P256K1: ecc(256),
  RSA_4096: rsa(4096),
  SYMMETRIC_DEFAULT: { bytes: 32, ENCRYPT_DECRYPT: ['SYMMETRIC_DEFAULT'] },
  HMAC_256: hmac(256),
  HMAC_224: hmac(224),
  HMAC_512: hmac(512),
};

/** Specs and a usage that AWS has and the sandbox has not. */
export const OTHER_SPECS = ['ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87', 'ECC_NIST_EDWARDS25519', 'SM2'];
export const OTHER_USAGE = 'KEY_AGREEMENT';
