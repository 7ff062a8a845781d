import { createPrivateKey, createPublicKey } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyPairCommand } from '@aws-sdk/client-kms';
import { expect, test, vi } from 'vitest';
import { standStill } from '../../time.ts';
import { openKms } from '../create-key.ts';

standStill();

const { createKey, kms } = openKms();

vi.setConfig({ testTimeout: 60_000 });

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
