import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open() {
  const account = openService('kms');
  const { KeyMetadata } = await account.call('CreateKey');
  const { KeyId, Arn } = KeyMetadata as { KeyId: string; Arn: string };
  return { ...account, KeyId, Arn };
}
const DAY = 86_400_000;

test('a key waits thirty days, cannot be used meanwhile, and is gone then', async () => {
  const { call, refused, clock, KeyId, Arn } = await open();
  expect(await call('ScheduleKeyDeletion', { KeyId })).toEqual({
    ...{ KeyId: Arn, KeyState: 'PendingDeletion', PendingWindowInDays: 30 },
    DeletionDate: new Date('2026-02-04T00:00:00Z'),
  });
  expect(await refused('Encrypt', { KeyId, Plaintext: new Uint8Array([1]) })).toMatchObject({
    code: 'KMSInvalidStateException',
    message: `${Arn} is pending deletion.`,
  });
  clock.elapse(30 * DAY);
  expect(await refused('DescribeKey', { KeyId })).toMatchObject({
    code: 'NotFoundException',
    message: `Key '${Arn}' does not exist`,
  });
});

test('a cancelled key is disabled', async () => {
  const { call, refused, KeyId } = await open();
  await call('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
  await call('CancelKeyDeletion', { KeyId });
  expect((await call('DescribeKey', { KeyId })).KeyMetadata).toMatchObject({ KeyState: 'Disabled' });
  expect(await refused('CancelKeyDeletion', { KeyId })).toMatchObject({ code: 'KMSInvalidStateException' });
});

test.each([6, 31])('%i days are refused', async (PendingWindowInDays) => {
  const { refused, KeyId } = await open();
  expect(await refused('ScheduleKeyDeletion', { KeyId, PendingWindowInDays })).toMatchObject({
    code: 'ValidationException',
  });
});
