import { openIam } from './open.ts';

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
});

/** One of each kind of principal, named x. */
export async function open() {
  const iam = openIam();
  await iam.call('CreateUser', { UserName: 'x' });
  await iam.call('CreateGroup', { GroupName: 'x' });
  await iam.call('CreateRole', { RoleName: 'x', AssumeRolePolicyDocument: TRUST });
  return iam;
}

export const kinds = [
  ['User', 2048],
  ['Group', 5120],
  ['Role', 10_240],
] as const;

export const ARN = 'arn:aws:iam::123456789012:policy/rules';
