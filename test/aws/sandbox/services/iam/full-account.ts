import { ALLOW, openIam, TRUST } from './open.ts';

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

/** An account in which every list has several entries, for tests that change nothing: it takes many calls to make. */
export const openFull = () => {
  full ??= fill();
  return full;
};

let full: ReturnType<typeof fill> | undefined;

export const PolicyArn = 'arn:aws:iam::123456789012:policy/rules';

export const UserName = 'nobody';
