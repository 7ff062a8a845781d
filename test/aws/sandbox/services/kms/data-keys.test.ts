import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open() {
  const account = openService('kms');
  const { KeyMetadata } = await account.call('CreateKey');
  return { ...account, KeyId: (KeyMetadata as { KeyId: string }).KeyId };
}

test.each([
  [{ KeySpec: 'AES_256' }, 32],
  [{ KeySpec: 'AES_128' }, 16],
  [{ NumberOfBytes: 1024 }, 1024],
])('a data key of %j has %i bytes, which the key decrypts again', async (size, length) => {
  const { call, KeyId } = await open();
  const { Plaintext, CiphertextBlob } = await call('GenerateDataKey', { KeyId, ...size });
  expect((Plaintext as Uint8Array).length).toBe(length);
  expect((await call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(Plaintext);
});

test('without plaintext there is none; the context must be the same', async () => {
  const { call, refused, KeyId } = await open();
  const EncryptionContext = { team: 'blue' };
  const answer = await call('GenerateDataKeyWithoutPlaintext', {
    KeyId,
    KeySpec: 'AES_256',
    EncryptionContext,
  });
  expect(answer).not.toHaveProperty('Plaintext');
  const { CiphertextBlob } = answer;
  expect(
    ((await call('Decrypt', { CiphertextBlob, EncryptionContext })).Plaintext as Uint8Array).length,
  ).toBe(32);
  expect(await refused('Decrypt', { CiphertextBlob })).toMatchObject({ code: 'InvalidCiphertextException' });
});

test.each([[{}], [{ KeySpec: 'AES_256', NumberOfBytes: 32 }]])('%j says no length', async (size) => {
  const { refused, KeyId } = await open();
  expect(await refused('GenerateDataKey', { KeyId, ...size })).toMatchObject({
    code: 'ValidationException',
    message: 'Please specify either number of bytes or key spec.',
  });
});

test('a dry run answers what would have been', async () => {
  const { refused, KeyId } = await open();
  expect(await refused('GenerateDataKey', { KeyId, KeySpec: 'AES_256', DryRun: true })).toMatchObject({
    code: 'DryRunOperationException',
  });
});

test('random bytes are as many as are asked for', async () => {
  const { call, refused } = await open();
  expect(((await call('GenerateRandom', { NumberOfBytes: 5 })).Plaintext as Uint8Array).length).toBe(5);
  expect(await refused('GenerateRandom')).toMatchObject({ code: 'ValidationException' });
});
