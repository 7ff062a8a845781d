import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openFull, PolicyArn, UserName } from './full-account.ts';
import { ALLOW, openIam } from './open.ts';

standStill();

describe('a list in pages of one is the list in one page', () => {
  test.each<[string, object, string]>([
    ['ListUsers', {}, 'Users'],
    ['ListGroups', {}, 'Groups'],
    ['ListRoles', {}, 'Roles'],
    ['ListPolicies', { Scope: 'Local' }, 'Policies'],
    ['ListPolicyVersions', { PolicyArn }, 'Versions'],
    ['ListEntitiesForPolicy', { PolicyArn }, 'PolicyUsers'],
    ['ListAccessKeys', { UserName: 'a' }, 'AccessKeyMetadata'],
    ['ListGroupsForUser', { UserName }, 'Groups'],
    ['GetGroup', { GroupName: 'a' }, 'Users'],
    ['ListUserPolicies', { UserName: 'a' }, 'PolicyNames'],
    ['ListGroupPolicies', { GroupName: 'a' }, 'PolicyNames'],
    ['ListRolePolicies', { RoleName: 'a' }, 'PolicyNames'],
    ['ListAttachedUserPolicies', { UserName: 'a' }, 'AttachedPolicies'],
    ['ListAttachedGroupPolicies', { GroupName: 'a' }, 'AttachedPolicies'],
    ['ListAttachedRolePolicies', { RoleName: 'a' }, 'AttachedPolicies'],
    ['ListUserTags', { UserName: 'a' }, 'Tags'],
    ['ListRoleTags', { RoleName: 'a' }, 'Tags'],
    ['ListPolicyTags', { PolicyArn }, 'Tags'],
    ['ListMFADeviceTags', { SerialNumber: 'arn:aws:iam::123456789012:mfa/a' }, 'Tags'],
    ['ListVirtualMFADevices', {}, 'VirtualMFADevices'],
  ])('%s', async (operation, input, key) => {
    const { call, refused } = await openFull();
    type Page = Record<string, unknown[]> & { IsTruncated: boolean; Marker?: string };
    const get = async (extra: object) => (await call(operation, { ...input, ...extra })) as unknown as Page;
    const whole = await get({});
    expect(whole[key]?.length).toBeGreaterThan(1);
    expect(whole.IsTruncated).toBe(false);
    const found: unknown[] = [];
    let page = await get({ MaxItems: 1 });
    found.push(...(page[key] ?? []));
    while (page.IsTruncated) {
      expect(page[key]).toHaveLength(1);
      page = await get({ MaxItems: 1, Marker: page.Marker });
      found.push(...(page[key] ?? []));
    }
    expect(found).toEqual(whole[key]);
    expect(page.Marker).toBeUndefined();
    expect(await refused(operation, { ...input, Marker: 'nonsense' })).toMatchObject({
      code: 'ValidationError',
    });
    expect(await refused(operation, { ...input, MaxItems: 1001 })).toMatchObject({
      message:
        "1 validation error detected: Value '1001' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000",
    });
  });
});

test('a marker leads on from a policy with the longest path and name', async () => {
  const { call } = openIam();
  const Path = `/${'p'.repeat(510)}/`;
  for (const name of ['a', 'b'])
    await call('CreatePolicy', { PolicyName: name.repeat(128), Path, PolicyDocument: ALLOW });
  const policyArn = `arn:aws:iam::123456789012:policy${Path}${'a'.repeat(128)}`;
  for (const UserName of ['admin', 'nobody'])
    await call('AttachUserPolicy', { UserName, PolicyArn: policyArn });
  for (const [operation, input] of [
    ['ListPolicies', { Scope: 'Local' }],
    ['ListEntitiesForPolicy', { PolicyArn: policyArn }],
  ] as const) {
    const page = (await call(operation, { ...input, MaxItems: 1 })) as unknown as { Marker: string };
    expect(await call(operation, { ...input, Marker: page.Marker })).toMatchObject({ IsTruncated: false });
  }
});
