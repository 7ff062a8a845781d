import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openIam } from './open.ts';

standStill();

async function open() {
  const account = openIam();
  await account.call('CreateUser', { UserName: 'bob' });
  return account;
}
const bob = { UserName: 'bob' };

test('a password is made once, changed, and removed', async () => {
  const { call, refused } = await open();
  await call('CreateLoginProfile', { ...bob, Password: 'Passw0rd!', PasswordResetRequired: true });
  expect(await refused('CreateLoginProfile', { ...bob, Password: 'Passw0rd!' })).toMatchObject({
    message: 'Login Profile for user bob already exists.',
    status: 409,
  });
  expect((await call('GetLoginProfile', bob)).LoginProfile).toMatchObject({
    ...bob,
    PasswordResetRequired: true,
    CreateDate: new Date('2026-01-05T00:00:00Z'),
  });
  await call('UpdateLoginProfile', { ...bob, PasswordResetRequired: false });
  expect((await call('GetLoginProfile', bob)).LoginProfile).toMatchObject({ PasswordResetRequired: false });
  await call('DeleteLoginProfile', bob);
  expect(await refused('GetLoginProfile', bob)).toMatchObject({ code: 'NoSuchEntityException', status: 404 });
});

test('the rules of the account bear on new passwords', async () => {
  const { call, refused } = await open();
  expect(await refused('GetAccountPasswordPolicy')).toMatchObject({ code: 'NoSuchEntityException' });
  await call('UpdateAccountPasswordPolicy', { MinimumPasswordLength: 12, RequireNumbers: true });
  expect((await call('GetAccountPasswordPolicy')).PasswordPolicy).toMatchObject({
    ...{ MinimumPasswordLength: 12, RequireNumbers: true, RequireSymbols: false, ExpirePasswords: false },
  });
  for (const Password of ['Short1', 'LongButNoNumber'])
    expect(await refused('CreateLoginProfile', { ...bob, Password })).toMatchObject({
      code: 'PasswordPolicyViolationException',
    });
  await call('CreateLoginProfile', { ...bob, Password: 'LongEnough123' });
  await call('DeleteAccountPasswordPolicy');
  expect(await refused('DeleteAccountPasswordPolicy')).toMatchObject({ status: 404 });
});
