import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { ALLOW, openIam, TRUST } from './open.ts';

standStill();

const UserName = 'nobody';

const PolicyArn = 'arn:aws:iam::123456789012:policy/rules';

let full: ReturnType<typeof fill> | undefined;

/** An account in which every list has several entries, for tests that change nothing: it takes many calls to make. */
const openFull = () => {
  full ??= fill();
  return full;
};

async function fill() {
  const iam = openIam();
  const { call } = iam;
  const three = ['a', 'b', 'c'];
  const Tags = three.map((Key) => ({ Key, Value: '1' }));
  await call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW, Tags });
  for (const name of three) {
    await call('CreatePolicy', { PolicyName: name, PolicyDocument: ALLOW });
    await call('CreatePolicyVersion', { PolicyArn, PolicyDocument: ALLOW });
    await call('CreateUser', { UserName: name, Tags });
    await call('CreateGroup', { GroupName: name });
    await call('CreateRole', { RoleName: name, AssumeRolePolicyDocument: TRUST, Tags });
    await call('CreateVirtualMFADevice', { VirtualMFADeviceName: name, Tags });
    await call('AddUserToGroup', { GroupName: name, UserName });
    await call('AddUserToGroup', { GroupName: 'a', UserName: name });
    await call('AttachUserPolicy', { UserName: name, PolicyArn });
  }
  for (const [kind, owner] of [
    ['User', 'a'],
    ['Group', 'a'],
    ['Role', 'a'],
  ])
    for (const name of three) {
      const named = { [`${kind}Name`]: owner };
      await call(`Put${kind}Policy`, { ...named, PolicyName: name, PolicyDocument: ALLOW });
      await call(`Attach${kind}Policy`, { ...named, PolicyArn: `arn:aws:iam::123456789012:policy/${name}` });
    }
  await call('CreateAccessKey', { UserName: 'a' });
  await call('CreateAccessKey', { UserName: 'a' });
  return iam;
}

describe('the account', () => {
  test('counts what it has', async () => {
    const { call } = await openFull();
    const { SummaryMap } = (await call('GetAccountSummary')) as unknown as {
      SummaryMap: Record<string, number>;
    };
    expect(SummaryMap).toMatchObject({
      ...{ Users: 5, Groups: 3, Roles: 3, Policies: 4, PolicyVersionsInUse: 7 },
      ...{ MFADevices: 3, MFADevicesInUse: 0, AccessKeysPerUserQuota: 2, VersionsPerPolicyQuota: 5 },
    });
  });

  test('has one alias', async () => {
    const { call, refused } = openIam();
    expect(await call('ListAccountAliases')).toEqual({ AccountAliases: [], IsTruncated: false });
    await call('CreateAccountAlias', { AccountAlias: 'first' });
    await call('CreateAccountAlias', { AccountAlias: 'second' });
    expect(await call('ListAccountAliases')).toMatchObject({ AccountAliases: ['second'] });
    expect(await refused('DeleteAccountAlias', { AccountAlias: 'first' })).toMatchObject({ status: 404 });
    await call('DeleteAccountAlias', { AccountAlias: 'second' });
    expect(await call('ListAccountAliases')).toMatchObject({ AccountAliases: [] });
    expect(await refused('CreateAccountAlias', { AccountAlias: 'Bad--Name' })).toMatchObject({ status: 400 });
  });
});
