import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { ALLOW, openIam, S3_READ } from './open.ts';
import { ARN, open } from './open-role.ts';

standStill();

describe('a managed policy', () => {
  const versionNumber = (n: number) => ({ PolicyArn: ARN, VersionId: `v${n}` });

  test('is made, shown and listed', async () => {
    const { call } = openIam();
    const Tags = [{ Key: 'team', Value: 'blue' }];
    const plain = {
      PolicyName: 'rules',
      PolicyId: expect.stringMatching(/^ANPA[A-Z2-7]{17}$/),
      Arn: ARN,
      Path: '/',
      DefaultVersionId: 'v1',
      AttachmentCount: 0,
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
      CreateDate: START,
      UpdateDate: START,
    };
    const input = { PolicyName: 'rules', PolicyDocument: ALLOW, Description: 'reads', Tags };
    expect(await call('CreatePolicy', input)).toEqual({ Policy: { ...plain, Tags } });
    expect(await call('GetPolicy', { PolicyArn: ARN })).toEqual({
      Policy: { ...plain, Description: 'reads', Tags },
    });
    expect(await call('ListPolicies', { Scope: 'Local' })).toEqual({ Policies: [plain], IsTruncated: false });
  });

  test('has up to five versions, whose numbers are never given twice', async () => {
    const { call, refused, clock } = openIam();
    await call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
    clock.elapse(1000);
    const version = { PolicyArn: ARN, PolicyDocument: ALLOW };
    expect(await call('CreatePolicyVersion', { ...version, SetAsDefault: true })).toEqual({
      PolicyVersion: {
        VersionId: 'v2',
        IsDefaultVersion: true,
        CreateDate: new Date(START.getTime() + 1000),
      },
    });
    for (let i = 3; i <= 5; i++) await call('CreatePolicyVersion', version);
    expect(await refused('CreatePolicyVersion', version)).toEqual({
      code: 'LimitExceededException',
      message:
        'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      status: 409,
    });
    await call('DeletePolicyVersion', versionNumber(5));
    await call('CreatePolicyVersion', version);
    const listed = await call('ListPolicyVersions', { PolicyArn: ARN });
    expect(
      (listed as unknown as { Versions: { VersionId: string }[] }).Versions.map((v) => v.VersionId),
    ).toEqual(['v6', 'v4', 'v3', 'v2', 'v1']);
    await call('SetDefaultPolicyVersion', versionNumber(3));
    expect(await call('GetPolicy', { PolicyArn: ARN })).toMatchObject({ Policy: { DefaultVersionId: 'v3' } });
    expect(await call('GetPolicyVersion', versionNumber(3))).toMatchObject({
      PolicyVersion: { Document: encodeURIComponent(ALLOW).replace('*', '%2A'), IsDefaultVersion: true },
    });
    expect(await refused('DeletePolicyVersion', versionNumber(3))).toMatchObject({
      code: 'DeleteConflictException',
      message: 'Cannot delete the default version of a policy.',
    });
    expect(await refused('GetPolicyVersion', versionNumber(5))).toEqual({
      code: 'NoSuchEntityException',
      message: `Policy ${ARN} version v5 does not exist or is not attachable.`,
      status: 404,
    });
  });

  test('what counts is the default version', async () => {
    const { call, callAsNobody } = openIam();
    await call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
    await call('AttachUserPolicy', { UserName: 'nobody', PolicyArn: ARN });
    await expect(callAsNobody('ListRoles')).rejects.toThrow();
    const PolicyDocument = ALLOW.replace('s3:GetObject', 'iam:List*');
    await call('CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument, SetAsDefault: true });
    await callAsNobody('ListRoles');
    await call('SetDefaultPolicyVersion', versionNumber(1));
    await expect(callAsNobody('ListRoles')).rejects.toThrow();
  });

  test('cannot be deleted while it is attached, bounds, or has more versions', async () => {
    const { call, refused } = await open();
    await call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
    await call('CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument: ALLOW });
    const attached = {
      code: 'DeleteConflictException',
      message: 'Cannot delete a policy attached to entities.',
    };
    await call('AttachGroupPolicy', { GroupName: 'x', PolicyArn: ARN });
    expect(await refused('DeletePolicy', { PolicyArn: ARN })).toMatchObject(attached);
    await call('DetachGroupPolicy', { GroupName: 'x', PolicyArn: ARN });
    await call('PutRolePermissionsBoundary', { RoleName: 'x', PermissionsBoundary: ARN });
    expect(await refused('DeletePolicy', { PolicyArn: ARN })).toMatchObject(attached);
    await call('DeleteRolePermissionsBoundary', { RoleName: 'x' });
    expect(await refused('DeletePolicy', { PolicyArn: ARN })).toMatchObject({
      message:
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    });
    await call('DeletePolicyVersion', versionNumber(2));
    await call('DeletePolicy', { PolicyArn: ARN });
    expect(await refused('GetPolicy', { PolicyArn: ARN })).toMatchObject({
      message: `Policy ${ARN} was not found.`,
    });
  });

  test('says whom it is attached to', async () => {
    const { call } = await open();
    for (const kind of ['User', 'Group', 'Role'])
      await call(`Attach${kind}Policy`, { [`${kind}Name`]: 'x', PolicyArn: S3_READ });
    await call('PutUserPermissionsBoundary', { UserName: 'nobody', PermissionsBoundary: S3_READ });
    const entities = async (filter: object = {}) => {
      const got = (await call('ListEntitiesForPolicy', {
        PolicyArn: S3_READ,
        ...filter,
      })) as unknown as Record<string, Record<string, string>[]>;
      const names = ['PolicyUsers', 'PolicyGroups', 'PolicyRoles'].map((key) =>
        got[key]?.map((entity) => entity.UserName ?? entity.GroupName ?? entity.RoleName),
      );
      return names;
    };
    expect(await entities()).toEqual([['nobody', 'x'], ['x'], ['x']]);
    expect(await entities({ EntityFilter: 'Role' })).toEqual([[], [], ['x']]);
    expect(await entities({ PolicyUsageFilter: 'PermissionsBoundary' })).toEqual([['nobody'], [], []]);
    expect(await entities({ PolicyUsageFilter: 'PermissionsPolicy' })).toEqual([['x'], ['x'], ['x']]);
    expect(await entities({ PathPrefix: '/nowhere/' })).toEqual([[], [], []]);
  });

  test("of AWS's own are listed, and are not to be changed", async () => {
    const { call, refused } = openIam();
    const listed = (await call('ListPolicies', { Scope: 'AWS', MaxItems: 1000 })) as unknown as {
      Policies: { Arn: string }[];
    };
    expect(listed.Policies.map(({ Arn }) => Arn)).toContain('arn:aws:iam::aws:policy/AdministratorAccess');
    const change = { PolicyArn: S3_READ, PolicyDocument: ALLOW };
    expect(await refused('CreatePolicyVersion', change)).toMatchObject({ code: 'AccessDenied', status: 403 });
    await call('AttachUserPolicy', { UserName: 'nobody', PolicyArn: S3_READ });
    const attached = (await call('ListPolicies', { OnlyAttached: true })) as unknown as {
      Policies: { Arn: string }[];
    };
    expect(attached.Policies.map(({ Arn }) => Arn)).toEqual([S3_READ]);
  });

  test.each([
    [
      'Rules',
      ALLOW,
      'EntityAlreadyExistsException',
      'A policy called Rules already exists. Duplicate names are not allowed.',
    ],
    [
      'big',
      ALLOW.replace('*', `arn:aws:s3:::${'x'.repeat(6144)}`),
      'LimitExceededException',
      'Cannot exceed quota for PolicySize: 6144',
    ],
    [
      'old',
      ALLOW.replace('2012-10-17', '2008-10-17'),
      'MalformedPolicyDocumentException',
      'Policy document must be version 2012-10-17 or greater.',
    ],
  ])('called %s is refused', async (PolicyName, PolicyDocument, code, message) => {
    const { call, refused } = openIam();
    await call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
    expect(await refused('CreatePolicy', { PolicyName, PolicyDocument })).toMatchObject({ code, message });
  });
});
