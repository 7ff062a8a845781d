import type { Account, AccountRole, CustomerPolicy, Group, User } from '../account/index.ts';
import { newUniqueId } from '../identifiers/index.ts';
import type { Random } from '../random/index.ts';
import { isOfAws } from './aws-managed-policies.ts';
import type {
  AccountState,
  GroupRecord,
  IamIdentity,
  ManagedPolicy,
  PolicyText,
  RoleRecord,
  UserRecord,
} from './types.ts';

/** Users as the account file describes them, still in no group and without attached policies. */
export function createUsers(account: Account, random: Random): Map<string, UserRecord> {
  return byName(account.users, (user) => ({
    ...toIdentity(account, 'user', user),
    tags: user.tags,
    userId: newUniqueId(random, 'AIDA'),
  }));
}

/** Adds groups, roles, managed policies and MFA devices, and ties users to them. Names were checked when the file was read. */
export function fillIam(state: AccountState, random: Random): void {
  const { account, users, groups, roles, policies } = state;
  for (const policy of account.managedPolicies) {
    const record = toPolicy(account, policy, random);
    policies.set(record.arn, record);
  }
  for (const [name, group] of byName(account.groups, (one) => toGroup(account, one, random)))
    groups.set(name, group);
  for (const [name, role] of byName(account.roles, (one) => toRole(account, one, random)))
    roles.set(name, role);
  attach(state, account.users, users);
  attach(state, account.groups, groups);
  attach(state, account.roles, roles);
  for (const { name, created, mfaDevices } of account.users)
    for (const device of mfaDevices) {
      const user = users.get(name.toLowerCase());
      const serialNumber = `arn:aws:iam::${account.id}:mfa/${device.name}`;
      const assignment = user && { user, enabled: created };
      state.mfaDevices.set(serialNumber, { serialNumber, seed: device.seed, tags: [], assignment });
    }
  for (const user of account.users)
    for (const name of user.groups) {
      const record = users.get(user.name.toLowerCase());
      if (record) groups.get(name.toLowerCase())?.members.add(record);
    }
}

type Described = User | Group | AccountRole;

function attach(
  { policies }: AccountState,
  described: readonly Described[],
  records: ReadonlyMap<string, IamIdentity>,
): void {
  const find = (name: string) =>
    policies.get(name) ?? [...policies.values()].find((policy) => policy.name === name && !isOfAws(policy));
  for (const { name, attachedPolicies } of described)
    for (const policyName of attachedPolicies) {
      const policy = find(policyName);
      if (policy) records.get(name.toLowerCase())?.attachedPolicies.add(policy);
    }
}

function toIdentity(
  { id }: Account,
  noun: string,
  { name, path, created, policies }: Described,
): IamIdentity {
  return {
    ...{ name, path, created },
    arn: `arn:aws:iam::${id}:${noun}${path}${name}`,
    inlinePolicies: new Map(policies.map((policy) => [policy.name, policyText(policy.document)])),
    attachedPolicies: new Set(),
  };
}

function toGroup(account: Account, group: Group, random: Random): GroupRecord {
  return {
    ...toIdentity(account, 'group', group),
    groupId: newUniqueId(random, 'AGPA'),
    members: new Set(),
  };
}

function toRole(account: Account, role: AccountRole, random: Random): RoleRecord {
  const { description, maxSessionSeconds, tags } = role;
  return {
    ...toIdentity(account, 'role', role),
    ...(description !== undefined && { description }),
    ...{ maxSessionSeconds, tags },
    roleId: newUniqueId(random, 'AROA'),
    trustPolicy: policyText(role.trust),
  };
}

function toPolicy({ id }: Account, policy: CustomerPolicy, random: Random): ManagedPolicy {
  const { name, path, created, description, document } = policy;
  const version = { id: 'v1', created, ...policyText(document) };
  return {
    ...{ name, path, created, updated: created },
    ...(description !== undefined && { description }),
    arn: `arn:aws:iam::${id}:policy${path}${name}`,
    policyId: newUniqueId(random, 'ANPA'),
    tags: [],
    versions: [version],
    defaultVersion: version,
    versionsMade: 1,
  };
}

/** A policy document that was given as data. */
function policyText(document: unknown): PolicyText {
  return { document, text: JSON.stringify(document, null, 2) };
}

function byName<Item extends { readonly name: string }, Record>(
  items: readonly Item[],
  toRecord: (item: Item) => Record,
): Map<string, Record> {
  return new Map(items.map((item) => [item.name.toLowerCase(), toRecord(item)]));
}
