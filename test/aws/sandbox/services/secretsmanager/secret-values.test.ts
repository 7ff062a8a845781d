import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const FIRST = 'a'.repeat(32);
const SECOND = 'b'.repeat(32);

async function open() {
  const account = openService('secrets');
  await account.call('CreateSecret', { Name: 's', SecretString: 'one', ClientRequestToken: FIRST });
  await account.call('PutSecretValue', { SecretId: 's', SecretString: 'two', ClientRequestToken: SECOND });
  return account;
}

test('a value is found by its label or its version, which must agree', async () => {
  const { call, refused } = await open();
  const value = async (more: object = {}) =>
    (await call('GetSecretValue', { SecretId: 's', ...more })).SecretString;
  expect(await value()).toBe('two');
  expect(await value({ VersionStage: 'AWSPREVIOUS' })).toBe('one');
  expect(await value({ VersionId: FIRST })).toBe('one');
  const find = (more: object) => refused('GetSecretValue', { SecretId: 's', ...more });
  expect(await find({ VersionStage: 'none' })).toMatchObject({
    code: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret value for staging label: none",
  });
  expect(await find({ VersionId: FIRST, VersionStage: 'AWSCURRENT' })).toMatchObject({
    message: 'You provided a VersionStage that is not associated to the provided VersionId.',
  });
});

test('a label is moved from the version that is named', async () => {
  const { call, refused } = await open();
  const move = { SecretId: 's', VersionStage: 'AWSCURRENT', MoveToVersionId: FIRST };
  expect(await refused('UpdateSecretVersionStage', move)).toMatchObject({
    message: `The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version ${SECOND}, so you must explicitly reference that version in RemoveFromVersionId.`,
  });
  await call('UpdateSecretVersionStage', { ...move, RemoveFromVersionId: SECOND });
  const { Versions } = await call('ListSecretVersionIds', { SecretId: 's' });
  expect(
    (Versions as { VersionId: string; VersionStages: string[] }[]).map((one) => [
      one.VersionId,
      one.VersionStages,
    ]),
  ).toEqual([
    [FIRST, ['AWSCURRENT']],
    [SECOND, ['AWSPREVIOUS']],
  ]);
});

test('a version without labels is listed only where it is asked for', async () => {
  const { call } = await open();
  await call('PutSecretValue', { SecretId: 's', SecretString: 'three' });
  const count = async (IncludeDeprecated: boolean) =>
    ((await call('ListSecretVersionIds', { SecretId: 's', IncludeDeprecated })).Versions as unknown[]).length;
  expect([await count(false), await count(true)]).toEqual([2, 3]);
});

test('a new value must be there', async () => {
  const { refused } = await open();
  expect(await refused('PutSecretValue', { SecretId: 's' })).toMatchObject({
    code: 'InvalidRequestException',
    message: 'You must provide either SecretString or SecretBinary.',
  });
});
