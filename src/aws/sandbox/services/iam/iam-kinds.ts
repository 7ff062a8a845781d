import {
  type AccountState,
  type Constraint,
  type GroupRecord,
  type IamIdentity,
  type InstanceProfile,
  instanceProfileState,
  type ManagedPolicy,
  type MfaDevice,
  type RoleRecord,
  type UserRecord,
} from '../../operation/index.ts';
import type { QUOTAS } from './constraints.ts';
import * as constraints from './constraints.ts';
import { invalidInput, noSuchEntity } from './iam-errors.ts';
import { iamState, type OidcProvider } from './iam-state.ts';
import { findManagedPolicy } from './policy-catalogue.ts';

/** A kind of thing that operations name by one parameter. */
export interface IamKind<Item> {
  /** `UserName` */
  readonly parameter: string;
  readonly constraint: Constraint;
  find(state: AccountState, name: string): Item | undefined;
  /** The error where there is none of that name. */
  missing(name: string): Error;
  /** The ARN of one that may not exist. */
  arn(state: AccountState, name: string): string;
  /** How a denial names it, where that is not by its ARN. */
  shown?(name: string): string;
}

/** A kind of IAM identity: users, groups, roles. */
export interface IdentityKind<Item extends IamIdentity> extends IamKind<Item> {
  readonly noun: 'user' | 'group' | 'role';
  /** `User` */
  readonly title: string;
  all(state: AccountState): Map<string, Item>;
  /** Of a parameter that only operations on attached policies take. */
  readonly strictConstraint: Constraint;
  /** All inline policies together, in characters without white space (IAM User Guide, reference_iam-quotas). */
  readonly inlineSize: number;
  readonly attachmentQuota: keyof typeof QUOTAS;
  readonly accountQuota: keyof typeof QUOTAS;
}

/** The thing of that name. Throws NoSuchEntity. */
export function required<Item>(kind: IamKind<Item>, state: AccountState, name: string): Item {
  const item = kind.find(state, name);
  if (item === undefined) throw kind.missing(name);
  return item;
}

/** `arn:aws:iam::123456789012:user/path/name` */
export function iamArn({ account }: AccountState, noun: string, path: string, name: string): string {
  return `arn:aws:iam::${account.id}:${noun}${path}${name}`;
}

type OwnFields<Item extends IamIdentity> = Omit<IdentityKind<Item>, 'find' | 'missing' | 'arn' | 'shown'>;

function identityKind<Item extends IamIdentity>(own: OwnFields<Item>): IdentityKind<Item> {
  const find = (state: AccountState, name: string) => own.all(state).get(name.toLowerCase());
  return {
    ...own,
    find,
    missing: (name) => noSuchEntity(`The ${own.noun} with name ${name} cannot be found.`),
    arn: (state, name) => find(state, name)?.arn ?? iamArn(state, own.noun, '/', name),
    shown: (name) => `${own.noun} ${name}`,
  };
}

export const users: IdentityKind<UserRecord> = identityKind({
  noun: 'user',
  title: 'User',
  parameter: 'UserName',
  constraint: constraints.existingUserName,
  strictConstraint: constraints.userName,
  all: ({ users }) => users,
  inlineSize: 2048,
  attachmentQuota: 'PoliciesPerUser',
  accountQuota: 'UsersPerAccount',
});

export const groups: IdentityKind<GroupRecord> = identityKind({
  noun: 'group',
  title: 'Group',
  parameter: 'GroupName',
  constraint: constraints.groupName,
  strictConstraint: constraints.groupName,
  all: ({ groups }) => groups,
  inlineSize: 5120,
  attachmentQuota: 'PoliciesPerGroup',
  accountQuota: 'GroupsPerAccount',
});

export const roles: IdentityKind<RoleRecord> = identityKind({
  noun: 'role',
  title: 'Role',
  parameter: 'RoleName',
  constraint: constraints.roleName,
  strictConstraint: constraints.roleName,
  all: ({ roles }) => roles,
  inlineSize: 10_240,
  attachmentQuota: 'PoliciesPerRole',
  accountQuota: 'RolesPerAccount',
});

/** Throws InvalidInput for what is no ARN (AWS's text, recorded in LocalStack's test_iam.snapshot.json). */
function findPolicy(state: AccountState, arn: string): ManagedPolicy | undefined {
  if (!arn.startsWith('arn:')) throw invalidInput(`ARN ${arn} is not valid.`);
  return findManagedPolicy(state, arn);
}

export const policies: IamKind<ManagedPolicy> = {
  parameter: 'PolicyArn',
  constraint: constraints.arn,
  find: findPolicy,
  missing: (arn) => noSuchEntity(`Policy ${arn} was not found.`),
  arn: (_, arn) => arn,
  shown: (arn) => `policy ${arn}`,
};

export const mfaDevices: IamKind<MfaDevice> = {
  parameter: 'SerialNumber',
  constraint: constraints.serialNumber,
  find: ({ mfaDevices }, serialNumber) => mfaDevices.get(serialNumber),
  missing: (serialNumber) =>
    noSuchEntity(`VirtualMFADevice with serial number ${serialNumber} doesn't exist.`),
  arn: (_, serialNumber) => serialNumber,
};

export const instanceProfiles: IamKind<InstanceProfile> = {
  parameter: 'InstanceProfileName',
  constraint: constraints.instanceProfileName,
  find: (state, name) => state.of(instanceProfileState).get(name.toLowerCase()),
  missing: (name) => noSuchEntity(`Instance Profile ${name} cannot be found.`),
  arn: (state, name) =>
    instanceProfiles.find(state, name)?.arn ?? iamArn(state, 'instance-profile', '/', name),
  shown: (name) => `instance profile ${name}`,
};

export const oidcProviders: IamKind<OidcProvider> = {
  parameter: 'OpenIDConnectProviderArn',
  constraint: constraints.arn,
  find: (state, arn) => state.of(iamState).oidcProviders.get(arn),
  missing: (arn) => noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`),
  arn: (_, arn) => arn,
};
