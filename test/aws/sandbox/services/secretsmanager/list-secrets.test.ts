import { CreateSecretCommand, ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openSecret } from './open-secret.ts';

standStill();

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
