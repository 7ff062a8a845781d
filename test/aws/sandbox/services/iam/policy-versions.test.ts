import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { ALLOW, openIam } from './open.ts';

standStill();

const PolicyArn = 'arn:aws:iam::123456789012:policy/rules';

test('the default version counts, and cannot be deleted', async () => {
  const { call, refused } = openIam();
  await call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
  const other = ALLOW.replace('s3:GetObject', 's3:PutObject');
  await call('CreatePolicyVersion', { PolicyArn, PolicyDocument: other });
  await call('SetDefaultPolicyVersion', { PolicyArn, VersionId: 'v2' });
  const { PolicyVersion } = (await call('GetPolicyVersion', { PolicyArn, VersionId: 'v2' })) as Record<
    string,
    { Document: string; IsDefaultVersion: boolean }
  >;
  expect([decodeURIComponent(PolicyVersion?.Document ?? ''), PolicyVersion?.IsDefaultVersion]).toEqual([
    other,
    true,
  ]);
  expect(await refused('DeletePolicyVersion', { PolicyArn, VersionId: 'v2' })).toMatchObject({
    code: 'DeleteConflictException',
    status: 409,
  });
  await call('DeletePolicyVersion', { PolicyArn, VersionId: 'v1' });
  expect(await refused('GetPolicyVersion', { PolicyArn, VersionId: 'v1' })).toEqual({
    ...{ code: 'NoSuchEntityException', status: 404 },
    message: `Policy ${PolicyArn} version v1 does not exist or is not attachable.`,
  });
});
