import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { ALLOW, openIam, S3_READ, TRUST } from './open.ts';

standStill();

const AssumeRolePolicyDocument = encodeURIComponent(TRUST);

describe('a role', () => {
  const plain = {
    Path: '/service/',
    RoleName: 'deployer',
    RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
    Arn: 'arn:aws:iam::123456789012:role/service/deployer',
    CreateDate: START,
    AssumeRolePolicyDocument,
  };
  const RoleName = 'deployer';
  const input = { RoleName, Path: '/service/', AssumeRolePolicyDocument: TRUST };

  test('is made, shown and listed, each with what AWS shows there', async () => {
    const { call } = openIam();
    expect(await call('CreateRole', input)).toEqual({ Role: plain });
    expect(await call('GetRole', { RoleName })).toEqual({
      Role: { ...plain, MaxSessionDuration: 3600, RoleLastUsed: {} },
    });
    expect(await call('ListRoles')).toEqual({
      Roles: [{ ...plain, MaxSessionDuration: 3600 }],
      IsTruncated: false,
    });
    expect(await call('ListRoles', { PathPrefix: '/x' })).toMatchObject({ Roles: [] });
  });

  test('takes a description, a duration, tags and a boundary', async () => {
    const { call } = openIam();
    const Tags = [{ Key: 'team', Value: 'blue' }];
    const more = { Description: 'deploys', MaxSessionDuration: 7200, Tags, PermissionsBoundary: S3_READ };
    await call('CreateRole', { ...input, ...more });
    const shown = {
      ...{ Description: 'deploys', MaxSessionDuration: 7200, Tags },
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: S3_READ },
    };
    expect(await call('GetRole', { RoleName })).toMatchObject({ Role: shown });
    await call('UpdateRole', { RoleName, MaxSessionDuration: 43_200 });
    await call('UpdateRole', { RoleName, Description: '' });
    expect(await call('GetRole', { RoleName })).toMatchObject({
      Role: { MaxSessionDuration: 43_200, Description: '' },
    });
    expect(await call('UpdateRoleDescription', { RoleName, Description: 'builds' })).toMatchObject({
      Role: { RoleName, Description: 'builds' },
    });
  });

  test('changes whom it trusts', async () => {
    const { call } = openIam();
    await call('CreateRole', input);
    const PolicyDocument = TRUST.replace(':root', ':user/admin');
    await call('UpdateAssumeRolePolicy', { RoleName, PolicyDocument });
    expect(await call('GetRole', { RoleName })).toMatchObject({
      Role: { AssumeRolePolicyDocument: encodeURIComponent(PolicyDocument) },
    });
  });

  test.each<[object, string, string]>([
    [{ RoleName: 'DEPLOYER' }, 'EntityAlreadyExistsException', 'Role with name DEPLOYER already exists.'],
    [
      { RoleName: 'other', MaxSessionDuration: 3599 },
      'ValidationError',
      "1 validation error detected: Value '3599' at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600",
    ],
    [
      { RoleName: 'service/other' },
      'ValidationError',
      'The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    ],
    [
      {
        RoleName: 'other',
        AssumeRolePolicyDocument: TRUST.replace('"Effect"', `"Sid":"${'x'.repeat(2048)}","Effect"`),
      },
      'LimitExceededException',
      'Cannot exceed quota for ACLSizePerRole: 2048',
    ],
  ])('%j is refused', async (extra, code, message) => {
    const { call, refused } = openIam();
    await call('CreateRole', input);
    expect(await refused('CreateRole', { ...input, ...extra })).toMatchObject({ code, message });
  });

  test('cannot be deleted with policies', async () => {
    const { call, refused } = openIam();
    await call('CreateRole', input);
    await call('PutRolePolicy', { RoleName, PolicyName: 'p', PolicyDocument: ALLOW });
    await call('AttachRolePolicy', { RoleName, PolicyArn: S3_READ });
    expect(await refused('DeleteRole', { RoleName })).toMatchObject({
      message: 'Cannot delete entity, must detach all policies first.',
    });
    await call('DetachRolePolicy', { RoleName, PolicyArn: S3_READ });
    expect(await refused('DeleteRole', { RoleName })).toMatchObject({
      message: 'Cannot delete entity, must delete policies first.',
    });
    await call('DeleteRolePolicy', { RoleName, PolicyName: 'p' });
    await call('DeleteRole', { RoleName });
    expect(await refused('GetRole', { RoleName })).toMatchObject({
      message: 'The role with name deployer cannot be found.',
    });
  });
});
