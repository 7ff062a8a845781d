import { CreateSecretCommand, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { openAccount } from '../open.ts';

export async function openSecret() {
  const account = openAccount('secrets');
  const { secrets } = account.admin;
  const made = await secrets.send(new CreateSecretCommand({ Name: 'app/db', SecretString: 'one' }));
  const readValue = async (more: object = {}) =>
    (await secrets.send(new GetSecretValueCommand({ SecretId: 'app/db', ...more }))).SecretString;
  return { ...account, secrets, made, readValue };
}
