import type { DeletePolicyVersionRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { arn, versionId } from '../constraints.ts';
import { deleteConflict } from '../errors.ts';
import { policies } from '../kinds.ts';
import { ownPolicy, versionOf } from '../managed-policies.ts';

export default defineOperation<DeletePolicyVersionRequest, object>({
  name: 'DeletePolicyVersion',
  constraints: { PolicyArn: arn, VersionId: versionId },
  access: on(policies, 'DeletePolicyVersion'),
  handle: ({ input: { PolicyArn = '', VersionId = '' }, state }) => {
    const policy = ownPolicy(state, PolicyArn);
    const version = versionOf(policy, VersionId);
    // "You cannot delete the default version from a policy using this operation" (API reference); the text is ours.
    if (version === policy.defaultVersion)
      throw deleteConflict('Cannot delete the default version of a policy.');
    policy.versions = policy.versions.filter((kept) => kept !== version);
    return {};
  },
});
