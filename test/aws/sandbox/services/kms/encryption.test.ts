import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateRandomCommand,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { bytes, openKms } from './create-key.ts';

standStill();

const { createKey, kms } = openKms();

vi.setConfig({ testTimeout: 60_000 });

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
