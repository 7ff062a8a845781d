import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  TagResourceCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
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

const DAY = 86_400_000;
const NOBODY = 'arn:aws:iam::123456789012:user/nobody';
const Plaintext = new TextEncoder().encode('secret');

async function openKey(input: CreateKeyCommandInput = {}) {
  const account = openAccount('kms');
  const { kms } = account.admin;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
  const { KeyId = '', Arn = '' } = KeyMetadata ?? {};
  const encrypt = (id = KeyId, client = kms) => client.send(new EncryptCommand({ KeyId: id, Plaintext }));
  return { ...account, kms, KeyId, Arn, KeyMetadata, encrypt };
}

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

describe('an alias', () => {
  test('leads to another key after a change', async () => {
    const { kms, KeyId, encrypt } = await openKey();
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/shop', TargetKeyId: KeyId }));
    await kms.send(new UpdateAliasCommand({ AliasName: 'alias/shop', TargetKeyId: KeyMetadata?.KeyId }));
    expect((await encrypt('alias/shop')).KeyId).toBe(KeyMetadata?.Arn);
  });

  test('has a name of its own and the prefix', async () => {
    const { kms, KeyId } = await openKey();
    const create = (AliasName: string) => kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyId }));
    expect((await refusal(create('shop'))).message).toBe(
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
    expect(await refusal(create('alias/aws/shop'))).toMatchObject({ code: 'NotAuthorizedException' });
    await create('alias/shop');
    expect((await refusal(create('alias/shop'))).message).toBe(
      'An alias with the name arn:aws:kms:ap-northeast-1:123456789012:alias/shop already exists',
    );
  });
});

describe('a key policy', () => {
  const statement = (principal: string, ...actions: string[]) => ({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: actions,
    Resource: '*',
  });
  const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
  const admin = statement('arn:aws:iam::123456789012:user/admin', 'kms:*');

  test('that names the account leaves it to IAM', async () => {
    const { admin: clients, nobody, encrypt, KeyId, Arn } = await openKey();
    const denial = await refusal(encrypt(KeyId, nobody.kms));
    expect(denial).toMatchObject({
      code: 'AccessDeniedException',
      message: `User: ${NOBODY} is not authorized to perform: kms:Encrypt on resource: ${Arn} because no identity-based policy allows the kms:Encrypt action`,
    });
    const PolicyDocument = policy({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: Arn });
    await clients.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'p', PolicyDocument }));
    expect((await encrypt(KeyId, nobody.kms)).KeyId).toBe(Arn);
  });

  test('that does not name the account shuts IAM out', async () => {
    const { kms, admin: clients, nobody, encrypt, KeyId, Arn } = await openKey();
    const put = (Policy: string) =>
      kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy }));
    await put(policy(admin));
    const PolicyDocument = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
    await clients.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'p', PolicyDocument }));
    expect((await refusal(encrypt(KeyId, nobody.kms))).message).toBe(
      `User: ${NOBODY} is not authorized to perform: kms:Encrypt on resource: ${Arn} because no resource-based policy allows the kms:Encrypt action`,
    );
    await put(policy(admin, statement(NOBODY, 'kms:Encrypt')));
    expect((await encrypt(KeyId, nobody.kms)).KeyId).toBe(Arn);
  });

  test('must not lock its author out', async () => {
    const { kms, KeyId } = await openKey();
    const Policy = policy(statement(NOBODY, 'kms:*'));
    const put = (more: object) =>
      kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy, ...more }));
    expect(await refusal(put({}))).toMatchObject({
      code: 'MalformedPolicyDocumentException',
      message: 'The new key policy will not allow you to update the key policy in the future.',
    });
    await put({ BypassPolicyLockoutSafetyCheck: true });
    expect(await refusal(kms.send(new GetKeyPolicyCommand({ KeyId })))).toMatchObject({
      code: 'AccessDeniedException',
    });
  });

  test('is asked for by a policy of IAM that names keys; without a policy nothing is asked', async () => {
    const { admin: clients, nobody } = openAccount('kms');
    const allow = (...statements: object[]) =>
      clients.iam.send(
        new PutUserPolicyCommand({
          UserName: 'nobody',
          PolicyName: 'p',
          PolicyDocument: policy(...statements),
        }),
      );
    const create = { Effect: 'Allow', Action: 'kms:CreateKey', Resource: '*' };
    await allow(create);
    const { KeyMetadata } = await nobody.kms.send(new CreateKeyCommand());
    const { Policy } = await clients.kms.send(new GetKeyPolicyCommand({ KeyId: KeyMetadata?.KeyId ?? '' }));
    const withPolicy = () => nobody.kms.send(new CreateKeyCommand({ Policy }));
    expect(await refusal(withPolicy())).toMatchObject({ code: 'MalformedPolicyDocumentException' });
    await allow(create, {
      Effect: 'Allow',
      Action: 'kms:PutKeyPolicy',
      Resource: 'arn:aws:kms:ap-northeast-1:123456789012:key/*',
    });
    expect((await withPolicy()).KeyMetadata?.KeyState).toBe('Enabled');
  });
});

describe('a grant', () => {
  test('opens a key to its grantee, under its encryption context, until it is revoked', async () => {
    const { kms, nobody, KeyId } = await openKey();
    const { GrantId } = await kms.send(
      new CreateGrantCommand({
        KeyId,
        GranteePrincipal: NOBODY,
        Operations: ['Encrypt', 'DescribeKey'],
        Constraints: { EncryptionContextSubset: { team: 'a' } },
      }),
    );
    const encrypt = (EncryptionContext?: Record<string, string>) =>
      nobody.kms.send(new EncryptCommand({ KeyId, Plaintext, EncryptionContext }));
    expect((await encrypt({ team: 'a', more: 'b' })).KeyId).toContain(KeyId);
    expect(await refusal(encrypt())).toMatchObject({ code: 'AccessDeniedException' });
    await nobody.kms.send(new DescribeKeyCommand({ KeyId }));
    expect((await kms.send(new ListGrantsCommand({ KeyId }))).Grants).toMatchObject([
      { GrantId, GranteePrincipal: NOBODY, IssuingAccount: 'arn:aws:iam::123456789012:root' },
    ]);
    await kms.send(new RevokeGrantCommand({ KeyId, GrantId }));
    expect(await refusal(encrypt({ team: 'a' }))).toMatchObject({ code: 'AccessDeniedException' });
  });

  test('has a token, and no other text is one', async () => {
    const { kms, nobody, KeyId } = await openKey();
    const { GrantToken = '' } = await kms.send(
      new CreateGrantCommand({ KeyId, GranteePrincipal: NOBODY, Operations: ['DescribeKey'] }),
    );
    const describeBy = (token: string) =>
      nobody.kms.send(new DescribeKeyCommand({ KeyId, GrantTokens: [token] }));
    expect((await describeBy(GrantToken)).KeyMetadata?.KeyId).toBe(KeyId);
    expect(await refusal(describeBy('nonsense'))).toMatchObject({ code: 'InvalidGrantTokenException' });
  });

  test('is retired by whom it names', async () => {
    const { kms, nobody, KeyId } = await openKey();
    const grant = { KeyId, GranteePrincipal: NOBODY, Operations: ['Encrypt' as const] };
    const first = await kms.send(new CreateGrantCommand(grant));
    const retire = (GrantId?: string) => nobody.kms.send(new RetireGrantCommand({ KeyId, GrantId }));
    expect(await refusal(retire(first.GrantId))).toMatchObject({ code: 'AccessDeniedException' });
    const second = await kms.send(new CreateGrantCommand({ ...grant, RetiringPrincipal: NOBODY }));
    await retire(second.GrantId);
    expect((await kms.send(new ListGrantsCommand({ KeyId }))).Grants).toHaveLength(1);
  });
});

test('tags are counted over all requests and listed by name', async () => {
  const { kms, KeyId } = await openKey({ Tags: [{ TagKey: 'b', TagValue: '2' }] });
  await kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: '1' }] }));
  expect((await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([
    { TagKey: 'a', TagValue: '1' },
    { TagKey: 'b', TagValue: '2' },
  ]);
});
