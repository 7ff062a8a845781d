import type { GetPolicyVersionRequest, GetPolicyVersionResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { arn, versionId } from '../constraints.ts';
import { encodeDocument, toVersion } from '../describe.ts';
import { get, policies } from '../kinds.ts';
import { versionOf } from '../managed-policies.ts';

export default defineOperation<GetPolicyVersionRequest, GetPolicyVersionResponse>({
  name: 'GetPolicyVersion',
  constraints: { PolicyArn: arn, VersionId: versionId },
  access: on(policies, 'GetPolicyVersion'),
  handle: ({ input: { PolicyArn = '', VersionId = '' }, state }) => {
    const policy = get(policies, state, PolicyArn);
    const version = versionOf(policy, VersionId);
    return { PolicyVersion: { Document: encodeDocument(version.text), ...toVersion(policy, version) } };
  },
});
