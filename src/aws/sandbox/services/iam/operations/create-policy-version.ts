import type { CreatePolicyVersionRequest, CreatePolicyVersionResponse } from '@aws-sdk/client-iam';
import { timestamp } from '../../../clock/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { arn, policyDocument } from '../constraints.ts';
import { toVersion } from '../describe.ts';
import { limitExceeded } from '../errors.ts';
import { policies } from '../kinds.ts';
import { ownPolicy, readManagedPolicy } from '../managed-policies.ts';
import { VERSIONS_PER_POLICY } from '../quotas.ts';

export default defineOperation<CreatePolicyVersionRequest, CreatePolicyVersionResponse>({
  name: 'CreatePolicyVersion',
  constraints: { PolicyArn: arn, PolicyDocument: policyDocument },
  access: on(policies, 'CreatePolicyVersion'),
  handle: ({ input: { PolicyArn = '', PolicyDocument = '', SetAsDefault }, state, clock }) => {
    const policy = ownPolicy(state, PolicyArn);
    const text = readManagedPolicy(PolicyDocument);
    if (policy.versions.length >= VERSIONS_PER_POLICY)
      throw limitExceeded(
        `A managed policy can have up to ${VERSIONS_PER_POLICY} versions. Before you create a new version, you must delete an existing version.`,
      );
    policy.versionsMade += 1;
    const version = { id: `v${policy.versionsMade}`, created: timestamp(clock), ...text };
    policy.versions = [...policy.versions, version];
    if (SetAsDefault) policy.defaultVersion = version;
    policy.updated = version.created;
    return { PolicyVersion: toVersion(policy, version) };
  },
});
