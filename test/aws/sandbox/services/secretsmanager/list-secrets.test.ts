import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

async function openSecret() {
  const account = openAccount('secrets');
  const { secrets } = account.admin;
  const made = await secrets.send(new CreateSecretCommand({ Name: 'app/db', SecretString: 'one' }));
  const readValue = async (more: object = {}) =>
    (await secrets.send(new GetSecretValueCommand({ SecretId: 'app/db', ...more }))).SecretString;
  return { ...account, secrets, made, readValue };
}

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
