import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetRandomPasswordCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
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

const DAY = 86_400_000;

async function openSecret() {
  const account = openAccount('secrets');
  const { secrets } = account.admin;
  const made = await secrets.send(new CreateSecretCommand({ Name: 'app/db', SecretString: 'one' }));
  const readValue = async (more: object = {}) =>
    (await secrets.send(new GetSecretValueCommand({ SecretId: 'app/db', ...more }))).SecretString;
  return { ...account, secrets, made, readValue };
}

describe('a secret', () => {
  test('is found by its name, its ARN and the ARN without its last characters', async () => {
    const { made, readValue } = await openSecret();
    expect(made.ARN).toMatch(
      /^arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:app\/db-[A-Za-z\d]{6}$/,
    );
    for (const SecretId of ['app/db', made.ARN, made.ARN?.slice(0, -7)])
      expect(await readValue({ SecretId })).toBe('one');
  });

  test('whose name ends like the end of an ARN is not found by a partial ARN', async () => {
    const { secrets } = await openSecret();
    const { ARN } = await secrets.send(new CreateSecretCommand({ Name: 'app-a1b2c3', SecretString: 'x' }));
    const read = (SecretId?: string) => secrets.send(new GetSecretValueCommand({ SecretId }));
    expect((await read(ARN)).SecretString).toBe('x');
    expect(await refusal(read(ARN?.slice(0, -7)))).toMatchObject({
      code: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    });
  });

  test('has no list of tags until it has had one', async () => {
    const { secrets } = await openSecret();
    const SecretId = 'app/db';
    const tagsOf = async () => (await secrets.send(new DescribeSecretCommand({ SecretId }))).Tags;
    expect(await tagsOf()).toBeUndefined();
    await secrets.send(new TagResourceCommand({ SecretId, Tags: [{ Key: 'team', Value: 'a' }] }));
    expect(await tagsOf()).toEqual([{ Key: 'team', Value: 'a' }]);
    await secrets.send(new UntagResourceCommand({ SecretId, TagKeys: ['team'] }));
    expect(await tagsOf()).toEqual([]);
  });

  test('moves its labels to the newest version, and back', async () => {
    const { secrets, made, readValue } = await openSecret();
    const put = (SecretString: string) =>
      secrets.send(new PutSecretValueCommand({ SecretId: 'app/db', SecretString }));
    const two = await put('two');
    expect(await readValue({ VersionStage: 'AWSPREVIOUS' })).toBe('one');
    await put('three');
    // The first version has no label now: it is deprecated.
    const list = (IncludeDeprecated: boolean) =>
      secrets.send(new ListSecretVersionIdsCommand({ SecretId: 'app/db', IncludeDeprecated }));
    expect((await list(false)).Versions).toHaveLength(2);
    expect((await list(true)).Versions?.map(({ VersionStages }) => VersionStages)).toEqual([
      undefined,
      ['AWSPREVIOUS'],
      ['AWSCURRENT'],
    ]);
    const move = (RemoveFromVersionId?: string) =>
      secrets.send(
        new UpdateSecretVersionStageCommand({
          SecretId: 'app/db',
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: two.VersionId,
          RemoveFromVersionId,
        }),
      );
    expect(await refusal(move())).toMatchObject({ code: 'InvalidParameterException' });
    expect(await refusal(move(made.VersionId))).toMatchObject({ code: 'InvalidParameterException' });
    await move((await secrets.send(new GetSecretValueCommand({ SecretId: 'app/db' }))).VersionId);
    expect([await readValue(), await readValue({ VersionStage: 'AWSPREVIOUS' })]).toEqual(['two', 'three']);
  });

  test('waits for its end, can be restored until then, and is gone after it', async () => {
    const { secrets, clock, readValue } = await openSecret();
    const SecretId = 'app/db';
    const remove = () => secrets.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
    const { DeletionDate } = await remove();
    expect(DeletionDate).toEqual(new Date(START.getTime() + 7 * DAY));
    expect(await refusal(readValue())).toMatchObject({ code: 'InvalidRequestException', status: 400 });
    clock.elapse(7 * DAY - 1_000);
    await secrets.send(new RestoreSecretCommand({ SecretId }));
    expect(await readValue()).toBe('one');
    await remove();
    clock.elapse(7 * DAY);
    expect(await refusal(secrets.send(new DescribeSecretCommand({ SecretId })))).toMatchObject({
      code: 'ResourceNotFoundException',
    });
    // The name is free.
    await secrets.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'new' }));
  });

  test('is opened to another user by its own policy', async () => {
    const { secrets, nobody, made } = await openSecret();
    const read = () => nobody.secrets.send(new GetSecretValueCommand({ SecretId: 'app/db' }));
    expect((await refusal(read())).message).toBe(
      'User: arn:aws:iam::123456789012:user/nobody is not authorized to perform: secretsmanager:GetSecretValue on resource: app/db because no identity-based policy allows the secretsmanager:GetSecretValue action',
    );
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::123456789012:user/nobody' },
      Action: 'secretsmanager:GetSecretValue',
      Resource: made.ARN,
      Condition: { 'ForAnyValue:StringEquals': { 'secretsmanager:SecretId': made.ARN } },
    };
    const ResourcePolicy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await secrets.send(new PutResourcePolicyCommand({ SecretId: 'app/db', ResourcePolicy }));
    expect((await read()).SecretString).toBe('one');
  });
});

test('secrets are listed by filters and pages', async () => {
  const { secrets } = await openSecret();
  for (const Name of ['app/mail', 'other'])
    await secrets.send(new CreateSecretCommand({ Name, Description: `Key of ${Name}` }));
  const names = async (more: object) =>
    (await secrets.send(new ListSecretsCommand(more))).SecretList?.map(({ Name }) => Name);
  expect(await names({ Filters: [{ Key: 'name', Values: ['app/'] }] })).toEqual(['app/db', 'app/mail']);
  expect(await names({ Filters: [{ Key: 'name', Values: ['!app/'] }] })).toEqual(['other']);
  expect(await names({ Filters: [{ Key: 'description', Values: ['key'] }] })).toEqual(['app/mail', 'other']);
  const first = await secrets.send(new ListSecretsCommand({ MaxResults: 2 }));
  expect(await names({ MaxResults: 2, NextToken: first.NextToken })).toEqual(['other']);
});

test('a random password has the length and the characters that are asked for', async () => {
  const { secrets } = openAccount('password').admin;
  const flag = fc.boolean();
  const request = fc.record({
    PasswordLength: fc.integer({ min: 5, max: 200 }),
    ExcludeNumbers: flag,
    ExcludePunctuation: flag,
    ExcludeUppercase: flag,
    IncludeSpace: flag,
    ExcludeCharacters: fc.string({ maxLength: 10 }),
  });
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const { RandomPassword: text = '' } = await secrets.send(new GetRandomPasswordCommand(asked));
      expect(text).toHaveLength(asked.PasswordLength);
      expect([...text].filter((letter) => asked.ExcludeCharacters.includes(letter))).toEqual([]);
      expect(/\d/.test(text)).toBe(!asked.ExcludeNumbers);
      expect(/[A-Z]/.test(text)).toBe(!asked.ExcludeUppercase);
      expect(/[!-/:-@[-`{-~]/.test(text)).toBe(!asked.ExcludePunctuation);
    }),
    { numRuns: 50 },
  );
});

test('a secret asks a key of the account for encryption and decryption', async () => {
  const { secrets, admin, nobody } = await openSecret();
  const create = (Name: string, KmsKeyId?: string) =>
    secrets.send(new CreateSecretCommand({ Name, SecretString: 'x', KmsKeyId }));
  expect(await refusal(create('own', 'alias/own'))).toMatchObject({ code: 'EncryptionFailure' });
  const { KeyMetadata } = await admin.kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId ?? '';
  await create('own', KeyId);
  const described = await secrets.send(new DescribeSecretCommand({ SecretId: 'own' }));
  expect(described.KmsKeyId).toBe(KeyId);
  const statement = { Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statement });
  await admin.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'a', PolicyDocument }));
  const read = (SecretId: string) => nobody.secrets.send(new GetSecretValueCommand({ SecretId }));
  expect((await read('app/db')).SecretString).toBe('one');
  expect(await refusal(read('own'))).toMatchObject({
    code: 'AccessDeniedException',
    message: 'Access to KMS is not allowed',
  });
  await admin.kms.send(new DisableKeyCommand({ KeyId }));
  const own = new GetSecretValueCommand({ SecretId: 'own' });
  expect(await refusal(secrets.send(own))).toMatchObject({ code: 'DecryptionFailure' });
});

test('rotation is refused by name', async () => {
  const { secrets } = await openSecret();
  expect(await refusal(secrets.send(new RotateSecretCommand({ SecretId: 'app/db' })))).toMatchObject({
    code: 'NotImplemented',
    message: 'The Tejun sandbox does not simulate secretsmanager:RotateSecret yet.',
  });
});
