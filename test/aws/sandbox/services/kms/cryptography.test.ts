import {
  constants,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createVerify,
  publicEncrypt,
} from 'node:crypto';
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  type EncryptionAlgorithmSpec,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateMacCommand,
  GenerateRandomCommand,
  GetPublicKeyCommand,
  type KeySpec,
  type KeyUsageType,
  ReEncryptCommand,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterAll(() => {
  vi.useRealTimers();
});

vi.setConfig({ testTimeout: 60_000 });

const { kms } = openAccount('cryptography').admin;

async function createKey(KeySpec: KeySpec = 'SYMMETRIC_DEFAULT', KeyUsage?: KeyUsageType): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
  return KeyMetadata?.KeyId ?? '';
}

async function publicKeyOf(KeyId: string) {
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a symmetric key', () => {
  test('decrypts what it encrypted, under the same context only', async () => {
    const KeyId = await createKey();
    const context = fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 3 });
    const plaintext = fc.uint8Array({ minLength: 1, maxLength: 4096 });
    await fc.assert(
      fc.asyncProperty(plaintext, context, async (Plaintext, EncryptionContext) => {
        const { CiphertextBlob } = await kms.send(
          new EncryptCommand({ KeyId, Plaintext, EncryptionContext }),
        );
        const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
        expect(opened.Plaintext).toEqual(Plaintext);
        const other = { ...EncryptionContext, more: 'x' };
        expect(
          await refusal(kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: other }))),
        ).toMatchObject({ code: 'InvalidCiphertextException', status: 400 });
      }),
      { numRuns: 10 },
    );
  });

  test('does not open what was changed, or what another key has encrypted', async () => {
    const [KeyId, other] = [await createKey(), await createKey()];
    const { CiphertextBlob = new Uint8Array() } = await kms.send(
      new EncryptCommand({ KeyId, Plaintext: bytes('secret') }),
    );
    const changed = CiphertextBlob.map((byte, at) => (at === CiphertextBlob.length - 1 ? byte ^ 1 : byte));
    expect(await refusal(kms.send(new DecryptCommand({ CiphertextBlob: changed })))).toMatchObject({
      code: 'InvalidCiphertextException',
    });
    expect(await refusal(kms.send(new DecryptCommand({ CiphertextBlob, KeyId: other })))).toMatchObject({
      code: 'IncorrectKeyException',
      message: 'The key ID in the request does not identify a CMK that can perform this operation.',
    });
    const moved = await kms.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: other }));
    expect(moved.SourceKeyId).toMatch(new RegExp(`key/${KeyId}$`));
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: moved.CiphertextBlob }));
    expect(opened).toMatchObject({ Plaintext: bytes('secret'), KeyId: expect.stringContaining(other) });
  });

  test('encrypts data keys', async () => {
    const KeyId = await createKey();
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
    expect(made.Plaintext).toHaveLength(32);
    const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
    expect(Plaintext).toEqual(made.Plaintext);
    expect(await refusal(kms.send(new GenerateDataKeyCommand({ KeyId })))).toMatchObject({
      code: 'ValidationException',
      message: 'Please specify either number of bytes or key spec.',
    });
    const dry = new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec: 'RSA_2048', DryRun: true });
    expect(await refusal(kms.send(dry))).toMatchObject({
      code: 'DryRunOperationException',
      message: 'The request would have succeeded, but the DryRun option is set.',
    });
    const random = await kms.send(new GenerateRandomCommand({ NumberOfBytes: 44 }));
    expect(random.Plaintext).toHaveLength(44);
  });
});

test.each(['RSA_2048', 'ECC_NIST_P256', 'ECC_NIST_P521', 'ECC_SECG_P256K1'] as const)(
  'a data key pair %s is one that others can read',
  async (KeyPairSpec) => {
    const KeyId = await createKey();
    const pair = await kms.send(new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec }));
    const key = Buffer.from(pair.PrivateKeyPlaintext ?? []);
    const derived = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
    expect(new Uint8Array(derived.export({ format: 'der', type: 'spki' }))).toEqual(pair.PublicKey);
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: pair.PrivateKeyCiphertextBlob }));
    expect(opened.Plaintext).toEqual(pair.PrivateKeyPlaintext);
  },
);

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
  ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['RSA_2048', 'RSASSA_PSS_SHA_384'],
  ['RSA_3072', 'RSASSA_PSS_SHA_512'],
  ['ECC_NIST_P256', 'ECDSA_SHA_256'],
  ['ECC_NIST_P384', 'ECDSA_SHA_384'],
  ['ECC_NIST_P521', 'ECDSA_SHA_512'],
  ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
] as const)('a key %s signs by %s', (spec, algorithm: SigningAlgorithmSpec) => {
  test('what OpenSSL and the key itself verify, and nothing else', async () => {
    const KeyId = await createKey(spec, 'SIGN_VERIFY');
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

describe.each([
  ['RSAES_OAEP_SHA_1', 'sha1', 214],
  ['RSAES_OAEP_SHA_256', 'sha256', 190],
] as const)('an RSA key encrypts by %s', (EncryptionAlgorithm: EncryptionAlgorithmSpec, oaepHash, limit) => {
  test('and opens what OpenSSL has encrypted', async () => {
    const KeyId = await createKey('RSA_2048', 'ENCRYPT_DECRYPT');
    const open = async (CiphertextBlob?: Uint8Array) =>
      (await kms.send(new DecryptCommand({ KeyId, CiphertextBlob, EncryptionAlgorithm }))).Plaintext;
    const encrypt = (Plaintext: Uint8Array) =>
      kms.send(new EncryptCommand({ KeyId, Plaintext, EncryptionAlgorithm }));
    expect(await open((await encrypt(bytes('x'.repeat(limit)))).CiphertextBlob)).toHaveLength(limit);
    const outside = publicEncrypt({ key: await publicKeyOf(KeyId), oaepHash }, bytes('from outside'));
    expect(await open(new Uint8Array(outside))).toEqual(bytes('from outside'));
    expect((await refusal(encrypt(bytes('x'.repeat(limit + 1))))).message).toBe(
      `Algorithm ${EncryptionAlgorithm} and key spec RSA_2048 cannot encrypt data larger than ${limit} bytes.`,
    );
    expect(await refusal(open(new Uint8Array(256)))).toMatchObject({ code: 'InvalidCiphertextException' });
  });
});

test('an HMAC key makes codes of its own length', async () => {
  const KeyId = await createKey('HMAC_384', 'GENERATE_VERIFY_MAC');
  const request = { KeyId, Message: bytes('message'), MacAlgorithm: 'HMAC_SHA_384' as const };
  const { Mac } = await kms.send(new GenerateMacCommand(request));
  expect(Mac).toHaveLength(createHmac('sha384', '').digest().length);
  expect(await kms.send(new VerifyMacCommand({ ...request, Mac }))).toMatchObject({ MacValid: true });
  const wrong = new VerifyMacCommand({ ...request, Message: bytes('another'), Mac });
  expect(await refusal(kms.send(wrong))).toMatchObject({ code: 'KMSInvalidMacException', status: 400 });
  const other = new GenerateMacCommand({ ...request, MacAlgorithm: 'HMAC_SHA_256' });
  expect(await refusal(kms.send(other))).toMatchObject({
    code: 'InvalidKeyUsageException',
    message: 'Algorithm HMAC_SHA_256 is incompatible with key spec HMAC_384.',
  });
});
