import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open(more: object = {}) {
  const account = openService('kms');
  const { KeyMetadata } = await account.call('CreateKey', more);
  const { KeyId, Arn } = KeyMetadata as { KeyId: string; Arn: string };
  return { ...account, KeyId, Arn };
}

test('a key is rotated each period, from the day on which that was asked', async () => {
  const { call, clock, KeyId, Arn } = await open();
  expect(await call('GetKeyRotationStatus', { KeyId })).toEqual({ KeyId: Arn, KeyRotationEnabled: false });
  await call('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
  const next = async () => (await call('GetKeyRotationStatus', { KeyId })).NextRotationDate;
  expect(await next()).toEqual(new Date('2026-04-05T00:00:00Z'));
  clock.elapse(91 * 86_400_000);
  expect(await next()).toEqual(new Date('2026-07-04T00:00:00Z'));
  await call('DisableKeyRotation', { KeyId });
  expect(await call('GetKeyRotationStatus', { KeyId })).toMatchObject({ KeyRotationEnabled: false });
});

test('a year is the period where none is given', async () => {
  const { call, KeyId } = await open();
  await call('EnableKeyRotation', { KeyId });
  expect(await call('GetKeyRotationStatus', { KeyId })).toMatchObject({ RotationPeriodInDays: 365 });
});

test('a key pair is not rotated', async () => {
  const { refused, KeyId } = await open({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  expect(await refused('EnableKeyRotation', { KeyId })).toMatchObject({
    code: 'UnsupportedOperationException',
  });
});
