import { DeleteRoleCommand, DeleteRolePolicyCommand, UpdateAccessKeyCommand } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, type Credentials as Issued } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { START } from './practice.ts';
import { allow, openAccount, trust } from './services/sts/open.ts';

// The SDK signs with the machine's time.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const presented = (issued: Issued | undefined) => ({
  accessKeyId: issued?.AccessKeyId ?? '',
  secretAccessKey: issued?.SecretAccessKey ?? '',
  sessionToken: issued?.SessionToken,
});

test("names a key's holder as GetCallerIdentity does, and when a session ends", async () => {
  const practice = openAccount({ anna: [] });
  const { sandbox, keyOf, as, user } = practice;
  const device = await practice.device('anna');
  await practice.role('builder');
  practice.clock.tick(60_000);
  const issued = [
    await practice.session('anna', { DurationSeconds: 900 }),
    await practice.session('anna', { SerialNumber: device.SerialNumber, TokenCode: device.show(0) }),
    (await practice.assume(practice.admin, 'builder')).Credentials,
  ];
  const keys = [keyOf('anna'), ...issued.map(presented)];
  const held = keys.map((key) => key && sandbox.keyOwner(key));
  const named = [
    await user('anna').sts.send(new GetCallerIdentityCommand({})),
    ...(await Promise.all(issued.map((one) => as(one).sts.send(new GetCallerIdentityCommand({}))))),
  ];
  expect(held.map((holder) => holder?.arn)).toEqual(named.map(({ Arn }) => Arn));
  expect(held.map((holder) => holder?.session?.mfa)).toEqual([undefined, false, true, false]);
  expect(held[1]?.session?.expires).toEqual(new Date(START.getTime() + 60_000 + 900_000));
});

test('still names who a session was for once it has expired', async () => {
  const { sandbox, session, clock } = openAccount({ anna: [] });
  const key = presented(await session('anna', { DurationSeconds: 900 }));
  clock.elapse(3_600_000);
  expect(sandbox.keyOwner(key)?.session?.expires.getTime()).toBeLessThan(clock.account().getTime());
});

test.each([
  ['an unknown id', { accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }],
  ['a wrong secret', { secretAccessKey: 'no' }],
  ['a wrong token', { sessionToken: 'no' }],
])('knows nobody by %s', async (_what, change) => {
  const { sandbox, session } = openAccount({ anna: [] });
  const key = presented(await session('anna'));
  expect(sandbox.keyOwner(key)).toBeDefined();
  expect(sandbox.keyOwner({ ...key, ...change })).toBeUndefined();
});

test('knows nobody by a key that was made inactive, nor by the session of a role that is gone', async () => {
  const practice = openAccount({ anna: [allow('iam:UpdateAccessKey')] });
  const { sandbox, admin, keyOf } = practice;
  await practice.role('builder', trust(), [allow('s3:*')]);
  const key = presented((await practice.assume(admin, 'builder')).Credentials);
  await admin.iam.send(new DeleteRolePolicyCommand({ RoleName: 'builder', PolicyName: 'own' }));
  await admin.iam.send(new DeleteRoleCommand({ RoleName: 'builder' }));
  expect(sandbox.keyOwner(key)).toBeUndefined();
  const anna = keyOf('anna') ?? { accessKeyId: '', secretAccessKey: '' };
  const change = { UserName: 'anna', AccessKeyId: anna.accessKeyId, Status: 'Inactive' } as const;
  await admin.iam.send(new UpdateAccessKeyCommand(change));
  expect(sandbox.keyOwner(anna)).toBeUndefined();
});
