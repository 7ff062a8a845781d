import { publicEncrypt } from 'node:crypto';
import { DecryptCommand, EncryptCommand, type EncryptionAlgorithmSpec } from '@aws-sdk/client-kms';
import { describe, expect, test, vi } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { bytes, openKms } from '../create-key.ts';

standStill();

const { sharedKey, kms, publicKeyOf } = openKms();

vi.setConfig({ testTimeout: 60_000 });

describe.each([
  ['RSAES_OAEP_SHA_1', 'sha1', 214],
  ['RSAES_OAEP_SHA_256', 'sha256', 190],
] as const)('an RSA key encrypts by %s', (EncryptionAlgorithm: EncryptionAlgorithmSpec, oaepHash, limit) => {
  test('and opens what OpenSSL has encrypted', async () => {
    const KeyId = await sharedKey('RSA_2048', 'ENCRYPT_DECRYPT');
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
