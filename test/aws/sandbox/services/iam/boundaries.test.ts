import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openIam, S3_READ, TRUST } from './open.ts';

standStill();

test.each([
  ['User', { UserName: 'x' }],
  ['Role', { RoleName: 'x' }],
])('the boundary of a %s is set and removed; once more is no error', async (kind, named) => {
  const { call, refused } = openIam();
  await call(`Create${kind}`, { ...named, ...(kind === 'Role' && { AssumeRolePolicyDocument: TRUST }) });
  await call(`Put${kind}PermissionsBoundary`, { ...named, PermissionsBoundary: S3_READ });
  const boundary = async () =>
    ((await call(`Get${kind}`, named)) as Record<string, Record<string, unknown>>)[kind]?.PermissionsBoundary;
  expect(await boundary()).toEqual({
    PermissionsBoundaryType: 'Policy',
    PermissionsBoundaryArn: S3_READ,
  });
  await call(`Delete${kind}PermissionsBoundary`, named);
  await call(`Delete${kind}PermissionsBoundary`, named);
  expect(await boundary()).toBeUndefined();
  const none = 'arn:aws:iam::123456789012:policy/none';
  expect(await refused(`Put${kind}PermissionsBoundary`, { ...named, PermissionsBoundary: none })).toEqual({
    code: 'NoSuchEntityException',
    message: `Scope ARN: ${none} does not exist or is not attachable.`,
    status: 404,
  });
});
