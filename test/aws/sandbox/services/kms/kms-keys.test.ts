import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListKeysCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openKey, Plaintext } from './open-key.ts';

standStill();

const DAY = 86_400_000;

describe('a key', () => {
  test('is described as it was made', async () => {
    const { KeyMetadata, Arn } = await openKey({ Description: 'of the shop' });
    expect(Arn).toMatch(/^arn:aws:kms:ap-northeast-1:123456789012:key\/[0-9a-f]{8}-/);
    expect(KeyMetadata).toMatchObject({
      Description: 'of the shop',
      Enabled: true,
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      KeyManager: 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyState: 'Enabled',
      KeyUsage: 'ENCRYPT_DECRYPT',
      MultiRegion: false,
      Origin: 'AWS_KMS',
    });
  });

  test('of a kind that AWS has not is refused in its words', async () => {
    const { kms } = await openKey();
    const create = (input: object) => refusal(kms.send(new CreateKeyCommand(input)));
    expect(await create({ KeySpec: 'HMAC_256' })).toMatchObject({
      code: 'ValidationException',
      message: 'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    });
    expect(await create({ KeySpec: 'RSA_2048', KeyUsage: 'KEY_AGREEMENT' })).toMatchObject({
      code: 'ValidationException',
      message: 'KeyUsage KEY_AGREEMENT is not compatible with KeySpec RSA_2048',
    });
    expect(await create({ Tags: [{ TagKey: 'AWS:x', TagValue: '' }] })).toMatchObject({
      code: 'TagException',
      message: 'Tags beginning with aws: are reserved',
    });
    const Tags = Array.from({ length: 51 }, (_, n) => ({ TagKey: `k${n}`, TagValue: '' }));
    expect(await create({ Tags })).toMatchObject({ code: 'TagException', message: 'Too many tags' });
  });

  test('that AWS has and the sandbox has not is refused as such', async () => {
    const { kms } = await openKey();
    for (const input of [
      { Origin: 'EXTERNAL' as const },
      { MultiRegion: true },
      { KeySpec: 'ML_DSA_44' as const, KeyUsage: 'SIGN_VERIFY' as const },
    ])
      expect(await refusal(kms.send(new CreateKeyCommand(input)))).toMatchObject({
        code: 'NotImplemented',
        status: 501,
      });
    expect((await kms.send(new ListKeysCommand({}))).Keys).toHaveLength(1);
  });

  test('is found by id, ARN and alias, and by no other text', async () => {
    const { kms, KeyId, Arn } = await openKey();
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/shop', TargetKeyId: KeyId }));
    const describeKey = async (id: string) =>
      (await kms.send(new DescribeKeyCommand({ KeyId: id }))).KeyMetadata?.KeyId;
    const alias = Arn.replace(/key\/.*/, 'alias/shop');
    for (const id of [KeyId, Arn, 'alias/shop', alias]) expect(await describeKey(id)).toBe(KeyId);
    const message = async (id: string) => (await refusal(describeKey(id))).message;
    expect(await message('fake-key-id')).toBe("Invalid keyId 'fake-key-id'");
    const missing = '00000000-0000-4000-8000-000000000000';
    expect(await message(missing)).toBe(`Key '${Arn.replace(KeyId, missing)}' does not exist`);
    expect(await message('alias/none')).toBe(`Alias ${alias.replace('shop', 'none')} is not found.`);
  });

  test('serves only while it is enabled', async () => {
    const { kms, KeyId, Arn, encrypt } = await openKey();
    await kms.send(new DisableKeyCommand({ KeyId }));
    expect(await refusal(encrypt())).toMatchObject({
      code: 'DisabledException',
      message: `${Arn} is disabled.`,
    });
    await kms.send(new EnableKeyCommand({ KeyId }));
    expect((await encrypt()).KeyId).toBe(Arn);
  });

  test('waits for its end, can be kept until then, and is gone after it', async () => {
    const { kms, KeyId, Arn, encrypt, clock } = await openKey();
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/shop', TargetKeyId: KeyId }));
    const { CiphertextBlob } = await encrypt();
    const end = () => kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(await end()).toMatchObject({
      KeyId: Arn,
      KeyState: 'PendingDeletion',
      DeletionDate: new Date(START.getTime() + 7 * DAY),
    });
    expect(await refusal(encrypt())).toMatchObject({
      code: 'KMSInvalidStateException',
      message: `${Arn} is pending deletion.`,
    });
    await kms.send(new CancelKeyDeletionCommand({ KeyId }));
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata?.KeyState).toBe('Disabled');
    await end();
    clock.elapse(7 * DAY);
    expect(await refusal(kms.send(new DescribeKeyCommand({ KeyId })))).toMatchObject({
      code: 'NotFoundException',
    });
    expect((await kms.send(new ListAliasesCommand({}))).Aliases).toEqual([]);
    expect(await refusal(kms.send(new DecryptCommand({ CiphertextBlob })))).toMatchObject({
      code: 'NotFoundException',
    });
  });

  test('is rotated each year, or after the days that are given', async () => {
    const { kms, KeyId, clock } = await openKey();
    const status = () => kms.send(new GetKeyRotationStatusCommand({ KeyId }));
    expect((await status()).KeyRotationEnabled).toBe(false);
    await kms.send(new EnableKeyRotationCommand({ KeyId }));
    clock.elapse(400 * DAY);
    expect(await status()).toMatchObject({
      KeyRotationEnabled: true,
      NextRotationDate: new Date(START.getTime() + 730 * DAY),
    });
    await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }));
    expect(await status()).toMatchObject({
      RotationPeriodInDays: 90,
      NextRotationDate: new Date(START.getTime() + 490 * DAY),
    });
  });

  test('of a usage refuses the operations of others', async () => {
    const { kms, KeyId, Arn } = await openKey({ KeySpec: 'HMAC_224', KeyUsage: 'GENERATE_VERIFY_MAC' });
    const sign = new SignCommand({ KeyId, Message: Plaintext, SigningAlgorithm: 'ECDSA_SHA_256' });
    expect(await refusal(kms.send(sign))).toMatchObject({
      code: 'InvalidKeyUsageException',
      message: `${Arn} key usage is GENERATE_VERIFY_MAC which is not valid for Sign.`,
    });
  });
});
