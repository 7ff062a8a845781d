import type {
  AttachedPermissionsBoundary,
  Group,
  Policy,
  Role,
  PolicyVersion as SdkPolicyVersion,
  User,
} from '@aws-sdk/client-iam';
import type {
  AccountState,
  GroupRecord,
  IamIdentity,
  ManagedPolicy,
  PolicyVersion,
  RoleRecord,
  UserRecord,
} from '../../operation/index.ts';
import { toTags } from './tagging-operations.ts';

/** A user as lists show it: without tags and permissions boundary (API reference, ListUsers). */
export function toUser({ path, name, userId, arn, created }: UserRecord): User {
  return { Path: path, UserName: name, UserId: userId, Arn: arn, CreateDate: created };
}

export function toUserInFull(user: UserRecord): User {
  return {
    ...toUser(user),
    PermissionsBoundary: toBoundary(user.permissionsBoundary),
    Tags: toTags(user.tags),
  };
}

export function toGroup({ path, name, groupId, arn, created }: GroupRecord): Group {
  return { Path: path, GroupName: name, GroupId: groupId, Arn: arn, CreateDate: created };
}

/** A role as CreateRole answers: without MaxSessionDuration and RoleLastUsed (seen on AWS). */
export function toNewRole(role: RoleRecord): Role {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.roleId,
    Arn: role.arn,
    CreateDate: role.created,
    AssumeRolePolicyDocument: encodeDocument(role.trustPolicy.text),
    Description: role.description,
    PermissionsBoundary: toBoundary(role.permissionsBoundary),
    Tags: toTags(role.tags),
  };
}

/** A role as lists show it: without boundary, last use and tags (API reference, ListRoles). */
export function toListedRole(role: RoleRecord): Role {
  const { PermissionsBoundary, Tags, ...rest } = toNewRole(role);
  return { ...rest, MaxSessionDuration: role.maxSessionSeconds };
}

export function toRoleInFull(role: RoleRecord): Role {
  return {
    ...toNewRole(role),
    MaxSessionDuration: role.maxSessionSeconds,
    RoleLastUsed: { LastUsedDate: role.lastUsed?.date, Region: role.lastUsed?.region },
  };
}

/** A managed policy as lists show it: without description and tags (API reference, ListPolicies). */
export function toPolicy(state: AccountState, policy: ManagedPolicy): Policy {
  return {
    PolicyName: policy.name,
    PolicyId: policy.policyId,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion.id,
    AttachmentCount: attachedTo(state, policy).length,
    PermissionsBoundaryUsageCount: boundedBy(state, policy).length,
    IsAttachable: true,
    CreateDate: policy.created,
    UpdateDate: policy.updated,
  };
}

export function toPolicyInFull(state: AccountState, policy: ManagedPolicy): Policy {
  return { ...toPolicy(state, policy), Description: policy.description, Tags: toTags(policy.tags) };
}

/** A managed policy as it is attached to somebody. */
export const toAttachedPolicy = ({ name, arn }: ManagedPolicy) => ({ PolicyName: name, PolicyArn: arn });

/** A version without its document, as lists and CreatePolicyVersion show it. */
export function toVersion(policy: ManagedPolicy, version: PolicyVersion): SdkPolicyVersion {
  return {
    VersionId: version.id,
    IsDefaultVersion: version === policy.defaultVersion,
    CreateDate: version.created,
  };
}

/** "The policy document is URL-encoded compliant with RFC 3986" (API reference). */
export function encodeDocument(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Everyone that the policy is attached to. */
export function attachedTo(state: AccountState, policy: ManagedPolicy): IamIdentity[] {
  return [...state.users.values(), ...state.groups.values(), ...state.roles.values()].filter((identity) =>
    identity.attachedPolicies.has(policy),
  );
}

/** Users and roles whose permissions the policy bounds. */
export function boundedBy(state: AccountState, policy: ManagedPolicy): (UserRecord | RoleRecord)[] {
  return [...state.users.values(), ...state.roles.values()].filter(
    ({ permissionsBoundary }) => permissionsBoundary === policy,
  );
}

/** AWS answers `Policy` (IAM User Guide, API reference); the SDK's type has a value that is never seen. */
function toBoundary(policy: ManagedPolicy | undefined): AttachedPermissionsBoundary | undefined {
  if (!policy) return undefined;
  const type = 'Policy' as unknown as AttachedPermissionsBoundary['PermissionsBoundaryType'];
  return { PermissionsBoundaryType: type, PermissionsBoundaryArn: policy.arn };
}
