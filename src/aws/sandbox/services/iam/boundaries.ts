import {
  type AccountState,
  defineOperation,
  type ManagedPolicy,
  type Operations,
  type RoleRecord,
  type UserRecord,
} from '../../operation/index.ts';
import { arn } from './constraints.ts';
import { noSuchEntity } from './iam-errors.ts';
import { type IdentityKind, policies, required } from './iam-kinds.ts';
import { permissionOn } from './iam-permissions.ts';

type Input = Readonly<Record<string, string>>;
type Kind = IdentityKind<UserRecord> | IdentityKind<RoleRecord>;

/** The operations on the permissions boundaries of users or roles. */
export function permissionsBoundary(kind: Kind): Operations {
  return {
    [`Put${kind.title}PermissionsBoundary`]: putBoundary(kind),
    [`Delete${kind.title}PermissionsBoundary`]: deleteBoundary(kind),
  };
}

/** PutUserPermissionsBoundary, PutRolePermissionsBoundary. */
function putBoundary(kind: Kind) {
  const name = `Put${kind.title}PermissionsBoundary`;
  return defineOperation<Input, object>({
    constraints: { [kind.parameter]: kind.strictConstraint, PermissionsBoundary: arn },
    access: permissionOn(kind, name),
    handle: ({ input: { [kind.parameter]: owner = '', PermissionsBoundary }, state }) => {
      const principal = required<UserRecord | RoleRecord>(kind, state, owner);
      principal.permissionsBoundary = boundary(state, PermissionsBoundary);
      return {};
    },
  });
}

/** DeleteUserPermissionsBoundary, DeleteRolePermissionsBoundary. Where there is none, nothing is said about it. */
function deleteBoundary(kind: Kind) {
  const name = `Delete${kind.title}PermissionsBoundary`;
  return defineOperation<Input, object>({
    constraints: { [kind.parameter]: kind.strictConstraint },
    access: permissionOn(kind, name),
    handle: ({ input: { [kind.parameter]: owner = '' }, state }) => {
      const principal = required<UserRecord | RoleRecord>(kind, state, owner);
      principal.permissionsBoundary = undefined;
      return {};
    },
  });
}

/** The policy that a boundary names; undefined for none. Throws NoSuchEntity. */
export function boundary(state: AccountState, policyArn: string | undefined): ManagedPolicy | undefined {
  if (policyArn === undefined) return undefined;
  const policy = policies.find(state, policyArn);
  if (!policy) throw noSuchEntity(`Scope ARN: ${policyArn} does not exist or is not attachable.`);
  return policy;
}
