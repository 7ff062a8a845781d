import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openIam } from './open.ts';

standStill();

const yaml = readFileSync('test/fixtures/aws/sandbox/account/iam/_account.yaml', 'utf8');
const names = (answer: object, list: string, name: string) =>
  ((answer as Record<string, Record<string, string>[]>)[list] ?? []).map((entry) => entry[name]);

test('users, groups, roles and policies of the account file are there, and tied together', async () => {
  const { keyOf, withKey } = openIam(yaml);
  const call = (operation: string, input: object = {}) => withKey(keyOf('reader'), operation, input);
  const UserName = 'reader';
  expect(names(await call('ListGroupsForUser', { UserName }), 'Groups', 'Arn')).toEqual([
    'arn:aws:iam::123456789012:group/teams/readers',
  ]);
  const attached = await call('ListAttachedUserPolicies', { UserName });
  expect(names(attached, 'AttachedPolicies', 'PolicyArn')).toEqual([
    'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    'arn:aws:iam::123456789012:policy/reports/read-reports',
  ]);
  const ofGroup = await call('ListAttachedGroupPolicies', { GroupName: 'readers' });
  expect(names(ofGroup, 'AttachedPolicies', 'PolicyName')).toEqual(['AmazonEC2ReadOnlyAccess']);
  expect(await call('ListGroupPolicies', { GroupName: 'readers' })).toMatchObject({
    PolicyNames: ['list-buckets'],
  });
  expect(await call('GetRole', { RoleName: 'auditor' })).toMatchObject({
    Role: {
      Arn: 'arn:aws:iam::123456789012:role/auditor',
      Description: 'Reads everything',
      MaxSessionDuration: 7200,
      Tags: [{ Key: 'team', Value: 'audit' }],
    },
  });
  const PolicyArn = 'arn:aws:iam::123456789012:policy/reports/read-reports';
  expect(await call('GetPolicy', { PolicyArn })).toMatchObject({
    Policy: { Description: 'Reads the reports', AttachmentCount: 1, DefaultVersionId: 'v1' },
  });
});
