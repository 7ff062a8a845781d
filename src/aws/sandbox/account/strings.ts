import type { Account, Tag } from './types.ts';

/**
 * The strings that stand for this account and no other: on another account their places have other values.
 * Words that AWS fixes (states, tenancies, the path `/`) are not among them.
 */
export function accountStrings(account: Account): ReadonlySet<string> {
  const ofTags = (tags: readonly Tag[]) => tags.flatMap(({ key, value }) => [key, value]);
  const strings = [
    account.id,
    ...account.users.flatMap((user) => [
      user.name,
      user.path,
      ...ofTags(user.tags),
      ...user.policies.map(({ name }) => name),
      ...user.mfaDevices.flatMap(({ name, seed }) => [name, seed]),
    ]),
    ...[...account.groups, ...account.roles].flatMap(({ name, path, policies }) => [
      ...[name, path],
      ...policies.map((policy) => policy.name),
    ]),
    ...account.roles.flatMap(({ tags, description = '' }) => [...ofTags(tags), description]),
    ...account.managedPolicies.flatMap(({ name, path, description = '' }) => [name, path, description]),
    ...account.buckets.flatMap(({ name, objects }) => [name, ...objects.map(({ key }) => key)]),
    ...account.takenBucketNames,
    ...account.vpcs.flatMap((vpc) => [
      ...[vpc.id, vpc.cidrBlock, vpc.dhcpOptionsId, vpc.associationId],
      ...ofTags(vpc.tags),
      ...vpc.subnets.flatMap((subnet) => [subnet.id, subnet.cidrBlock, ...ofTags(subnet.tags)]),
    ]),
  ];
  return new Set(strings.filter((text) => text !== '' && text !== '/'));
}
