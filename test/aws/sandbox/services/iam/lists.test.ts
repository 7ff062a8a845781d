import { describe, expect, test } from 'vitest';
import { ALLOW, openIam, TRUST } from './open.ts';
import { standStill } from './time.ts';

standStill();

const UserName = 'nobody';
const PolicyArn = 'arn:aws:iam::123456789012:policy/rules';

let full: ReturnType<typeof fill> | undefined;
/** An account in which every list has several entries, for tests that change nothing: it takes many calls to make. */
const openFull = () => {
  full ??= fill();
  return full;
};

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

describe('tags', () => {
  const kinds = [
    ['User', { UserName: 'a' }],
    ['Role', { RoleName: 'a' }],
    ['Policy', { PolicyArn }],
    ['MFADevice', { SerialNumber: 'arn:aws:iam::123456789012:mfa/a' }],
  ] as const;

  const open = async () => {
    const iam = openIam();
    const Tags = ['a', 'b', 'c'].map((Key) => ({ Key, Value: '1' }));
    await iam.call('CreateUser', { UserName: 'a', Tags });
    await iam.call('CreateRole', { RoleName: 'a', AssumeRolePolicyDocument: TRUST, Tags });
    await iam.call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW, Tags });
    await iam.call('CreateVirtualMFADevice', { VirtualMFADeviceName: 'a', Tags });
    return iam;
  };

  test.each(kinds)('of a %s compare without case, keep it, and are sorted', async (kind, named) => {
    const { call } = await open();
    const tags = async () =>
      (
        (await call(`List${kind}Tags`, named)) as unknown as { Tags: { Key: string; Value: string }[] }
      ).Tags.map(({ Key, Value }) => `${Key}=${Value}`);
    await call(`Tag${kind}`, {
      ...named,
      Tags: [
        { Key: 'B', Value: '2' },
        { Key: 'aa', Value: '' },
      ],
    });
    expect(await tags()).toEqual(['B=2', 'a=1', 'aa=', 'c=1']);
    await call(`Untag${kind}`, { ...named, TagKeys: ['b', 'C', 'none'] });
    expect(await tags()).toEqual(['a=1', 'aa=']);
  });

  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => ({ Key: `k${index + from}`, Value: 'v' }));

  test.each<[object[], string, string]>([
    [
      [
        { Key: 'x', Value: '1' },
        { Key: 'X', Value: '2' },
      ],
      'InvalidInputException',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
    [
      [{ Key: 'x*', Value: '1' }],
      'ValidationError',
      "1 validation error detected: Value 'x*' at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
    ],
    [
      [
        { Key: 'x', Value: '1' },
        { Key: 'y', Value: 'v'.repeat(257) },
      ],
      'ValidationError',
      `1 validation error detected: Value '${'v'.repeat(257)}' at 'tags.2.member.value' failed to satisfy constraint: Member must have length less than or equal to 256`,
    ],
    [
      [{ Value: '1' }],
      'ValidationError',
      "1 validation error detected: Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not be null",
    ],
    [
      [{ Key: 'aws:team', Value: '1' }],
      'InvalidInputException',
      'Tag keys that begin with aws: are reserved for AWS.',
    ],
    [many(48), 'LimitExceededException', 'Cannot exceed quota for TagsPerResource: 50'],
  ])('that are wrong are refused', async (Tags, code, message) => {
    const { refused } = await open();
    expect(await refused('TagUser', { UserName: 'a', Tags })).toMatchObject({ code, message });
  });

  test('are fifty at most in a call', async () => {
    const { refused } = await open();
    expect(await refused('TagUser', { UserName: 'a', Tags: many(51) })).toMatchObject({
      code: 'ValidationError',
      message: expect.stringMatching(/at 'tags' failed .* length less than or equal to 50$/),
    });
    expect(await refused('UntagUser', { UserName: 'a', TagKeys: [''] })).toMatchObject({
      message: expect.stringMatching(/at 'tagKeys.1.member' failed .* length greater than or equal to 1/),
    });
  });
});

describe('the account', () => {
  test('counts what it has', async () => {
    const { call } = await openFull();
    const { SummaryMap } = (await call('GetAccountSummary')) as unknown as {
      SummaryMap: Record<string, number>;
    };
    expect(SummaryMap).toMatchObject({
      ...{ Users: 5, Groups: 3, Roles: 3, Policies: 4, PolicyVersionsInUse: 7 },
      ...{ MFADevices: 3, MFADevicesInUse: 0, AccessKeysPerUserQuota: 2, VersionsPerPolicyQuota: 5 },
    });
  });

  test('has one alias', async () => {
    const { call, refused } = openIam();
    expect(await call('ListAccountAliases')).toEqual({ AccountAliases: [], IsTruncated: false });
    await call('CreateAccountAlias', { AccountAlias: 'first' });
    await call('CreateAccountAlias', { AccountAlias: 'second' });
    expect(await call('ListAccountAliases')).toMatchObject({ AccountAliases: ['second'] });
    expect(await refused('DeleteAccountAlias', { AccountAlias: 'first' })).toMatchObject({ status: 404 });
    await call('DeleteAccountAlias', { AccountAlias: 'second' });
    expect(await call('ListAccountAliases')).toMatchObject({ AccountAliases: [] });
    expect(await refused('CreateAccountAlias', { AccountAlias: 'Bad--Name' })).toMatchObject({ status: 400 });
  });
});
