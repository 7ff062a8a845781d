import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { ALLOW, openIam, S3_READ, TRUST } from './open.ts';

standStill();

const POLICY = 'arn:aws:iam::123456789012:policy/rules';

async function open() {
  const iam = openIam();
  const { call } = iam;
  await call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
  await call('CreateGroup', { GroupName: 'g' });
  await call('AddUserToGroup', { GroupName: 'g', UserName: 'nobody' });
  await call('AttachGroupPolicy', { GroupName: 'g', PolicyArn: POLICY });
  await call('PutUserPolicy', { UserName: 'nobody', PolicyName: 'own', PolicyDocument: ALLOW });
  await call('CreateRole', { RoleName: 'r', AssumeRolePolicyDocument: TRUST });
  await call('CreateInstanceProfile', { InstanceProfileName: 'p' });
  await call('AddRoleToInstanceProfile', { InstanceProfileName: 'p', RoleName: 'r' });
  return iam;
}

test('the account in one answer', async () => {
  const { call } = await open();
  const details = await call('GetAccountAuthorizationDetails');
  expect(details.UserDetailList).toMatchObject([
    { UserName: 'admin', GroupList: [], UserPolicyList: [{ PolicyName: 'all' }] },
    {
      UserName: 'nobody',
      GroupList: ['g'],
      UserPolicyList: [{ PolicyName: 'own' }],
      AttachedManagedPolicies: [],
    },
  ]);
  expect(details.GroupDetailList).toMatchObject([
    {
      GroupName: 'g',
      GroupPolicyList: [],
      AttachedManagedPolicies: [{ PolicyName: 'rules', PolicyArn: POLICY }],
    },
  ]);
  expect(details.RoleDetailList).toMatchObject([
    { RoleName: 'r', RolePolicyList: [], InstanceProfileList: [{ InstanceProfileName: 'p' }] },
  ]);
  expect(details.Policies).toMatchObject([
    { Arn: POLICY, AttachmentCount: 1, PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true }] },
  ]);
  expect(details.IsTruncated).toBe(false);
});

test('by kind, and page by page', async () => {
  const { call } = await open();
  await call('AttachRolePolicy', { RoleName: 'r', PolicyArn: S3_READ });
  const ofAws = await call('GetAccountAuthorizationDetails', { Filter: ['AWSManagedPolicy'] });
  expect(ofAws).toMatchObject({ UserDetailList: [], Policies: [{ Arn: S3_READ }] });
  const found: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await call('GetAccountAuthorizationDetails', { MaxItems: 2, Marker });
    const lists: unknown[] = [page.UserDetailList, page.GroupDetailList, page.RoleDetailList, page.Policies];
    found.push(...lists.flat().map((one) => (one as { Arn: string }).Arn));
    Marker = page.Marker;
  } while (Marker !== undefined);
  expect(found.length).toBe(6);
  expect(new Set(found).size).toBe(6);
});
