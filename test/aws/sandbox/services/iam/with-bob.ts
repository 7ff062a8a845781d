import { openIam } from './open.ts';

export async function withBob(extra: object = {}) {
  const iam = openIam();
  await iam.call('CreateUser', { UserName: 'bob', Path: '/developers/', ...extra });
  return iam;
}
