import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
} from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openSecret } from './open-secret.ts';

standStill();

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
