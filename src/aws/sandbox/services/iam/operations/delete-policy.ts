import type { DeletePolicyRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { arn } from '../constraints.ts';
import { attachedTo, boundedBy } from '../describe.ts';
import { deleteConflict } from '../errors.ts';
import { policies } from '../kinds.ts';
import { ownPolicy } from '../managed-policies.ts';

export default defineOperation<DeletePolicyRequest, object>({
  name: 'DeletePolicy',
  constraints: { PolicyArn: arn },
  access: on(policies, 'DeletePolicy'),
  handle: ({ input: { PolicyArn = '' }, state }) => {
    const policy = ownPolicy(state, PolicyArn);
    if (attachedTo(state, policy).length > 0 || boundedBy(state, policy).length > 0)
      throw deleteConflict('Cannot delete a policy attached to entities.');
    if (policy.versions.length > 1)
      throw deleteConflict(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      );
    state.policies.delete(policy.arn);
    return {};
  },
});
