import type { UpdateAssumeRolePolicyRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { policyDocument, roleName } from '../constraints.ts';
import { get, roles } from '../kinds.ts';
import { readTrustPolicy } from '../trust.ts';

export default defineOperation<UpdateAssumeRolePolicyRequest, object>({
  name: 'UpdateAssumeRolePolicy',
  constraints: { RoleName: roleName, PolicyDocument: policyDocument },
  access: on(roles, 'UpdateAssumeRolePolicy'),
  handle: ({ input: { RoleName = '', PolicyDocument = '' }, state }) => {
    get(roles, state, RoleName).trustPolicy = readTrustPolicy(PolicyDocument, state);
    return {};
  },
});
