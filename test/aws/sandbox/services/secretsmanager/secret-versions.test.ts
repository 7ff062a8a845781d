import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const TOKEN = 'c'.repeat(32);

test('the same token with the same value is one request; with another it is refused', async () => {
  const { call, refused } = openService('secrets');
  await call('CreateSecret', { Name: 's' });
  const put = { SecretId: 's', SecretString: 'x', ClientRequestToken: TOKEN };
  await call('PutSecretValue', put);
  expect(await call('PutSecretValue', put)).toMatchObject({
    VersionId: TOKEN,
    VersionStages: ['AWSCURRENT'],
  });
  expect(await refused('PutSecretValue', { ...put, SecretString: 'y' })).toMatchObject({
    code: 'ResourceExistsException',
    message: expect.stringContaining(
      `You can't use ClientRequestToken ${TOKEN} because that value is already in use`,
    ),
  });
});

test('the current version becomes the previous one', async () => {
  const { call } = openService('secrets');
  await call('CreateSecret', { Name: 's', SecretString: '1' });
  for (const SecretString of ['2', '3']) await call('PutSecretValue', { SecretId: 's', SecretString });
  const of = async (VersionStage: string) =>
    (await call('GetSecretValue', { SecretId: 's', VersionStage })).SecretString;
  expect([await of('AWSCURRENT'), await of('AWSPREVIOUS')]).toEqual(['3', '2']);
});

test('a value is text or bytes', async () => {
  const { refused } = openService('secrets');
  const both = { Name: 's', SecretString: 'x', SecretBinary: new Uint8Array([1]) };
  expect(await refused('CreateSecret', both)).toMatchObject({ code: 'InvalidParameterException' });
});
