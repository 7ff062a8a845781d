import type {
  CreateRoleRequest,
  CreateRoleResponse,
  DeleteRoleRequest,
  GetRoleRequest,
  GetRoleResponse,
  ListRolesRequest,
  ListRolesResponse,
  UpdateAssumeRolePolicyRequest,
  UpdateRoleDescriptionRequest,
  UpdateRoleDescriptionResponse,
  UpdateRoleRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, instanceProfileState, newUniqueId } from '../../operation/index.ts';
import { attachedPolicies } from './attached-policies.ts';
import { boundary, permissionsBoundary } from './boundaries.ts';
import {
  arn,
  maxSessionDuration,
  paging,
  path,
  pathPrefix,
  policyDocument,
  roleDescription,
  roleName,
  tagListConstraint,
} from './constraints.ts';
import { toListedRole, toNewRole, toRoleInFull } from './describe.ts';
import { deleteConflict } from './iam-errors.ts';
import { required, roles } from './iam-kinds.ts';
import { permissionOn, permissionToCreate, permissionToList } from './iam-permissions.ts';
import { addIdentity, begin, endSessions, refuseWithPolicies, remove } from './identities.ts';
import { inlinePolicies } from './inline-policies.ts';
import { byName, iamPage } from './pages.ts';
import { readTrustPolicy } from './policy-documents.ts';
import { tagging, withTags } from './tagging-operations.ts';

/** "If you do not specify a value for this setting, the default value of one hour is applied" (API reference). */
const DEFAULT_MAX_SESSION_SECONDS = 3600;

export default {
  CreateRole: defineOperation<CreateRoleRequest, CreateRoleResponse>({
    constraints: {
      Path: path,
      RoleName: roleName,
      AssumeRolePolicyDocument: policyDocument,
      Description: roleDescription,
      MaxSessionDuration: maxSessionDuration,
      PermissionsBoundary: arn,
      Tags: tagListConstraint,
    },
    access: permissionToCreate('role', 'CreateRole', 'RoleName'),
    handle: ({ input, state, clock, random }) => {
      const { RoleName: name = '', Path, AssumeRolePolicyDocument = '', MaxSessionDuration } = input;
      const role = {
        ...begin(roles, state, { name, path: Path, created: accountTime(clock) }),
        trustPolicy: readTrustPolicy(AssumeRolePolicyDocument, state),
        description: input.Description,
        maxSessionSeconds: MaxSessionDuration ?? DEFAULT_MAX_SESSION_SECONDS,
        tags: withTags([], input.Tags),
        permissionsBoundary: boundary(state, input.PermissionsBoundary),
        roleId: newUniqueId(random, 'AROA'),
      };
      addIdentity(roles, state, role);
      return { Role: toNewRole(role) };
    },
  }),

  GetRole: defineOperation<GetRoleRequest, GetRoleResponse>({
    constraints: { RoleName: roleName },
    access: permissionOn(roles, 'GetRole'),
    handle: ({ input, state }) => ({ Role: toRoleInFull(required(roles, state, input.RoleName ?? '')) }),
  }),

  ListRoles: defineOperation<ListRolesRequest, ListRolesResponse>({
    constraints: { PathPrefix: pathPrefix, ...paging },
    access: permissionToList('role', 'ListRoles'),
    handle: ({ input, state }) => {
      const matching = [...state.roles.values()].filter(({ path }) =>
        path.startsWith(input.PathPrefix ?? '/'),
      );
      const { items, more } = iamPage(matching, byName, input);
      return { Roles: items.map(toListedRole), ...more };
    },
  }),

  UpdateRole: defineOperation<UpdateRoleRequest, object>({
    constraints: {
      RoleName: roleName,
      Description: roleDescription,
      MaxSessionDuration: maxSessionDuration,
    },
    access: permissionOn(roles, 'UpdateRole'),
    handle: ({ input: { RoleName = '', Description, MaxSessionDuration }, state }) => {
      const role = required(roles, state, RoleName);
      role.description = Description ?? role.description;
      role.maxSessionSeconds = MaxSessionDuration ?? role.maxSessionSeconds;
      return {};
    },
  }),

  UpdateRoleDescription: defineOperation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse>({
    constraints: { RoleName: roleName, Description: roleDescription },
    access: permissionOn(roles, 'UpdateRoleDescription'),
    handle: ({ input: { RoleName = '', Description }, state }) => {
      const role = required(roles, state, RoleName);
      role.description = Description;
      return { Role: toListedRole(role) };
    },
  }),

  UpdateAssumeRolePolicy: defineOperation<UpdateAssumeRolePolicyRequest, object>({
    constraints: { RoleName: roleName, PolicyDocument: policyDocument },
    access: permissionOn(roles, 'UpdateAssumeRolePolicy'),
    handle: ({ input: { RoleName = '', PolicyDocument = '' }, state }) => {
      required(roles, state, RoleName).trustPolicy = readTrustPolicy(PolicyDocument, state);
      return {};
    },
  }),

  DeleteRole: defineOperation<DeleteRoleRequest, object>({
    constraints: { RoleName: roleName },
    access: permissionOn(roles, 'DeleteRole'),
    handle: ({ input: { RoleName = '' }, state }) => {
      const role = required(roles, state, RoleName);
      if ([...state.of(instanceProfileState).values()].some((profile) => profile.role === role))
        throw deleteConflict('Cannot delete entity, must remove roles from instance profile first.');
      refuseWithPolicies(role);
      remove(roles, state, role);
      endSessions(state, role);
      return {};
    },
  }),

  ...tagging(roles, 'Role'),
  ...attachedPolicies(roles),
  ...inlinePolicies(roles),
  ...permissionsBoundary(roles),
};
