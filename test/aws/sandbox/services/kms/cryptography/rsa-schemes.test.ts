import { createPublicKey, publicEncrypt } from 'node:crypto';
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  type EncryptionAlgorithmSpec,
  GetPublicKeyCommand,
  type KeySpec,
  type KeyUsageType,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../../practice.ts';
import { refusal } from '../../../sdk.ts';
import { openAccount } from '../../open.ts';

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
