import type { SetDefaultPolicyVersionRequest } from '@aws-sdk/client-iam';
import { timestamp } from '../../../clock/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { arn, versionId } from '../constraints.ts';
import { policies } from '../kinds.ts';
import { ownPolicy, versionOf } from '../managed-policies.ts';

export default defineOperation<SetDefaultPolicyVersionRequest, object>({
  name: 'SetDefaultPolicyVersion',
  constraints: { PolicyArn: arn, VersionId: versionId },
  access: on(policies, 'SetDefaultPolicyVersion'),
  handle: ({ input: { PolicyArn = '', VersionId = '' }, state, clock }) => {
    const policy = ownPolicy(state, PolicyArn);
    policy.defaultVersion = versionOf(policy, VersionId);
    policy.updated = timestamp(clock);
    return {};
  },
});
