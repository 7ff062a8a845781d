import { AssumeRoleCommand, GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { codeAt } from '../../../../../src/aws/sandbox/mfa/index.ts';
import { clientsOf, refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openIam, TRUST } from './open.ts';

standStill();

type Got = { AccessKeyId?: string; SecretAccessKey?: string; SessionToken?: string } | undefined;
const credentials = (got: Got) => ({
  accessKeyId: got?.AccessKeyId ?? '',
  secretAccessKey: got?.SecretAccessKey ?? '',
  sessionToken: got?.SessionToken ?? '',
});
const gone = { code: 'InvalidClientTokenId', status: 403 };

test('a session outlives the key that it was got with, and not its user', async () => {
  const { call, sandbox, keyOf } = openIam();
  const key = keyOf('nobody');
  const got = await clientsOf(sandbox, key).sts.send(new GetSessionTokenCommand({}));
  const { sts } = clientsOf(sandbox, credentials(got.Credentials));
  const who = () => sts.send(new GetCallerIdentityCommand({}));
  await call('UpdateAccessKey', { UserName: 'nobody', AccessKeyId: key.accessKeyId, Status: 'Inactive' });
  await who();
  await call('DeleteAccessKey', { UserName: 'nobody', AccessKeyId: key.accessKeyId });
  expect(await who()).toMatchObject({ Arn: 'arn:aws:iam::123456789012:user/nobody' });
  await call('UpdateUser', { UserName: 'nobody', NewUserName: 'somebody' });
  expect(await who()).toMatchObject({ Arn: 'arn:aws:iam::123456789012:user/somebody' });
  await call('DeleteUser', { UserName: 'somebody' });
  expect(await refusal(who())).toMatchObject(gone);
});

test("a role's session ends with the role", async () => {
  const { call, sandbox, keyOf } = openIam();
  const made = (await call('CreateRole', { RoleName: 'r', AssumeRolePolicyDocument: TRUST })) as unknown as {
    Role: { Arn: string };
  };
  const assume = new AssumeRoleCommand({ RoleArn: made.Role.Arn, RoleSessionName: 'work' });
  const got = await clientsOf(sandbox, keyOf('admin')).sts.send(assume);
  const session = credentials(got.Credentials);
  const who = () => clientsOf(sandbox, session).sts.send(new GetCallerIdentityCommand({}));
  expect(await who()).toMatchObject({ Arn: 'arn:aws:sts::123456789012:assumed-role/r/work' });
  await call('DeleteRole', { RoleName: 'r' });
  expect(await refusal(who())).toMatchObject(gone);
});

test('who is no user must say whom it means', async () => {
  const { call, sandbox, keyOf, withKey } = openIam();
  const made = (await call('CreateRole', { RoleName: 'r', AssumeRolePolicyDocument: TRUST })) as unknown as {
    Role: { Arn: string };
  };
  await call('AttachRolePolicy', { RoleName: 'r', PolicyArn: 'arn:aws:iam::aws:policy/IAMFullAccess' });
  const assume = new AssumeRoleCommand({ RoleArn: made.Role.Arn, RoleSessionName: 'work' });
  const session = credentials((await clientsOf(sandbox, keyOf('admin')).sts.send(assume)).Credentials);
  for (const operation of ['GetUser', 'CreateAccessKey', 'ListAccessKeys', 'ListMFADevices'])
    expect(await refusal(withKey(session, operation))).toEqual({
      code: 'ValidationError',
      message: 'Must specify userName when calling with non-User credentials',
      status: 400,
    });
  await withKey(session, 'GetUser', { UserName: 'nobody' });
});

test('a code of an enabled device opens a session that IAM takes', async () => {
  const { call, sandbox, keyOf, clock, withKey } = openIam();
  const { VirtualMFADevice } = (await call('CreateVirtualMFADevice', {
    VirtualMFADeviceName: 'phone',
  })) as unknown as { VirtualMFADevice: { SerialNumber: string; Base32StringSeed: Uint8Array } };
  const { SerialNumber } = VirtualMFADevice;
  const seed = new TextDecoder().decode(VirtualMFADevice.Base32StringSeed);
  const code = (seconds: number) => codeAt(seed, new Date(clock.account().getTime() + seconds * 1000));
  await call('EnableMFADevice', {
    ...{ UserName: 'admin', SerialNumber },
    ...{ AuthenticationCode1: code(-30), AuthenticationCode2: code(0) },
  });
  clock.elapse(30_000);
  const { sts } = clientsOf(sandbox, keyOf('admin'));
  const got = await sts.send(new GetSessionTokenCommand({ SerialNumber, TokenCode: code(0) }));
  const session = credentials(got.Credentials);
  expect(await withKey(session, 'GetUser')).toMatchObject({ User: { UserName: 'admin' } });
  expect(
    await refusal(sts.send(new GetSessionTokenCommand({ SerialNumber, TokenCode: code(0) }))),
  ).toMatchObject({
    code: 'AccessDenied',
  });
});
