import { constants, createHash, createVerify } from 'node:crypto';
import { SignCommand, type SigningAlgorithmSpec, VerifyCommand } from '@aws-sdk/client-kms';
import { describe, expect, test, vi } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { bytes, openKms } from './create-key.ts';

standStill();

/** The first key of this account leads to primes soon. */
const { sharedKey, kms, publicKeyOf } = openKms('primes 17');

vi.setConfig({ testTimeout: 60_000 });

/** Verifies as OpenSSL does. */
async function opensslAccepts(KeyId: string, algorithm: string, signature: Uint8Array = new Uint8Array()) {
  const hash = `sha${algorithm.slice(-3)}`;
  const isPss = algorithm.includes('_PSS_');
  return createVerify(hash)
    .update('message')
    .verify(
      {
        key: await publicKeyOf(KeyId),
        ...(isPss && {
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        }),
      },
      Uint8Array.from(signature),
    );
}

describe.each([
  ['RSA_3072', 'RSASSA_PSS_SHA_512'],
  ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['RSA_2048', 'RSASSA_PSS_SHA_384'],
  ['ECC_NIST_P256', 'ECDSA_SHA_256'],
  ['ECC_NIST_P384', 'ECDSA_SHA_384'],
  ['ECC_NIST_P521', 'ECDSA_SHA_512'],
  ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
] as const)('a key %s signs by %s', (spec, algorithm: SigningAlgorithmSpec) => {
  test('what OpenSSL and the key itself verify, and nothing else', async () => {
    const KeyId = await sharedKey(spec, 'SIGN_VERIFY');
    const request = { KeyId, Message: bytes('message'), SigningAlgorithm: algorithm };
    const { Signature } = await kms.send(new SignCommand(request));
    expect(await opensslAccepts(KeyId, algorithm, Signature)).toBe(true);
    const digest = createHash(`sha${algorithm.slice(-3)}`)
      .update('message')
      .digest();
    const byDigest = { ...request, Message: new Uint8Array(digest), MessageType: 'DIGEST' as const };
    const signed = await kms.send(new SignCommand(byDigest));
    expect(await opensslAccepts(KeyId, algorithm, signed.Signature)).toBe(true);
    expect(await kms.send(new VerifyCommand({ ...byDigest, Signature }))).toMatchObject({
      SignatureValid: true,
    });
    const other = new VerifyCommand({ ...request, Message: bytes('another'), Signature });
    expect(await refusal(kms.send(other))).toMatchObject({
      code: 'KMSInvalidSignatureException',
      status: 400,
    });
    const short = new SignCommand({ ...byDigest, Message: bytes('short') });
    expect((await refusal(kms.send(short))).message).toBe(
      `Digest is invalid length for algorithm ${algorithm}.`,
    );
  });
});
