import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open() {
  const account = openService('secrets');
  await account.call('CreateSecret', { Name: 's', SecretString: 'x' });
  return account;
}

test('a deleted secret can be restored for thirty days, and has no value meanwhile', async () => {
  const { call, refused, clock } = await open();
  const { DeletionDate } = await call('DeleteSecret', { SecretId: 's' });
  expect(DeletionDate).toEqual(new Date('2026-02-04T00:00:00Z'));
  expect(await refused('GetSecretValue', { SecretId: 's' })).toMatchObject({
    code: 'InvalidRequestException',
    message: "You can't perform this operation on the secret because it was marked for deletion.",
  });
  clock.elapse(29 * 86_400_000);
  await call('RestoreSecret', { SecretId: 's' });
  expect(await call('GetSecretValue', { SecretId: 's' })).toMatchObject({ SecretString: 'x' });
  await call('DeleteSecret', { SecretId: 's', RecoveryWindowInDays: 7 });
  clock.elapse(7 * 86_400_000);
  expect(await refused('RestoreSecret', { SecretId: 's' })).toMatchObject({
    code: 'ResourceNotFoundException',
  });
});

test('by force a secret is gone at once; once more is no error', async () => {
  const { call, refused } = await open();
  const force = { SecretId: 's', ForceDeleteWithoutRecovery: true };
  await call('DeleteSecret', force);
  expect(await refused('DescribeSecret', { SecretId: 's' })).toMatchObject({
    code: 'ResourceNotFoundException',
  });
  expect(await call('DeleteSecret', force)).toMatchObject({ Name: 's' });
});

test.each([
  [
    { ForceDeleteWithoutRecovery: true, RecoveryWindowInDays: 7 },
    "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
  ],
  [{ RecoveryWindowInDays: 6 }, 'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).'],
  [{ RecoveryWindowInDays: 31 }, 'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).'],
])('%j is refused', async (more, message) => {
  const { refused } = await open();
  expect(await refused('DeleteSecret', { SecretId: 's', ...more })).toMatchObject({
    code: 'InvalidParameterException',
    message,
  });
});
