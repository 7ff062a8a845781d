import type { CreateRoleRequest, CreateRoleResponse } from '@aws-sdk/client-iam';
import { timestamp } from '../../../clock/index.ts';
import { uniqueId } from '../../../identifiers/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { onNew } from '../access.ts';
import { boundary } from '../boundaries.ts';
import {
  arn,
  maxSessionDuration,
  path,
  policyDocument,
  roleDescription,
  roleName,
  tags,
} from '../constraints.ts';
import { toNewRole } from '../describe.ts';
import { roles } from '../kinds.ts';
import { add, begin } from '../principals.ts';
import { withTags } from '../tags.ts';
import { readTrustPolicy } from '../trust.ts';

/** "If you do not specify a value for this setting, the default value of one hour is applied" (API reference). */
const DEFAULT_MAX_SESSION_SECONDS = 3600;

export default defineOperation<CreateRoleRequest, CreateRoleResponse>({
  name: 'CreateRole',
  constraints: {
    Path: path,
    RoleName: roleName,
    AssumeRolePolicyDocument: policyDocument,
    Description: roleDescription,
    MaxSessionDuration: maxSessionDuration,
    PermissionsBoundary: arn,
    Tags: tags,
  },
  access: onNew('role', 'CreateRole', 'RoleName'),
  handle: ({ input, state, clock, random }) => {
    const { RoleName: name = '', Path, AssumeRolePolicyDocument = '', MaxSessionDuration } = input;
    const role = {
      ...begin(roles, state, { name, path: Path, created: timestamp(clock) }),
      trustPolicy: readTrustPolicy(AssumeRolePolicyDocument, state),
      description: input.Description,
      maxSessionSeconds: MaxSessionDuration ?? DEFAULT_MAX_SESSION_SECONDS,
      tags: withTags([], input.Tags),
      permissionsBoundary: boundary(state, input.PermissionsBoundary),
      roleId: uniqueId(random, 'AROA'),
    };
    add(roles, state, role);
    return { Role: toNewRole(role) };
  },
});
