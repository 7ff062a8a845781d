import { CreateKeyCommand, type CreateKeyCommandInput, EncryptCommand } from '@aws-sdk/client-kms';
import { openAccount } from '../open.ts';

export const Plaintext = new TextEncoder().encode('secret');

export async function openKey(input: CreateKeyCommandInput = {}) {
  const account = openAccount('kms');
  const { kms } = account.admin;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
  const { KeyId = '', Arn = '' } = KeyMetadata ?? {};
  const encrypt = (id = KeyId, client = kms) => client.send(new EncryptCommand({ KeyId: id, Plaintext }));
  return { ...account, kms, KeyId, Arn, KeyMetadata, encrypt };
}

export const NOBODY = 'arn:aws:iam::123456789012:user/nobody';
