import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-iam';
import { timestamp } from '../../../clock/index.ts';
import { uniqueId } from '../../../identifiers/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { onNewPolicy } from '../access.ts';
import { policyDescription, policyDocument, policyName, policyPath, tags } from '../constraints.ts';
import { toPolicy } from '../describe.ts';
import { alreadyExists } from '../errors.ts';
import { arnOf } from '../kinds.ts';
import { isOfAws, readManagedPolicy } from '../managed-policies.ts';
import { keepWithin } from '../quotas.ts';
import { toTags, withTags } from '../tags.ts';

export default defineOperation<CreatePolicyRequest, CreatePolicyResponse>({
  name: 'CreatePolicy',
  constraints: {
    PolicyName: policyName,
    Path: policyPath,
    PolicyDocument: policyDocument,
    Description: policyDescription,
    Tags: tags,
  },
  access: onNewPolicy,
  handle: ({ input, state, clock, random }) => {
    const { PolicyName: name = '', Path: path = '/', PolicyDocument = '', Description } = input;
    const created = timestamp(clock);
    const version = { id: 'v1', created, ...readManagedPolicy(PolicyDocument) };
    const own = [...state.policies.values()].filter((policy) => !isOfAws(policy));
    if (own.some((policy) => policy.name.toLowerCase() === name.toLowerCase()))
      throw alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
    keepWithin('PoliciesPerAccount', own.length + 1);
    const policy = {
      ...{ name, path, created, updated: created, description: Description },
      arn: arnOf(state, 'policy', path, name),
      policyId: uniqueId(random, 'ANPA'),
      tags: withTags([], input.Tags),
      versions: [version],
      defaultVersion: version,
      versionsMade: 1,
    };
    state.policies.set(policy.arn, policy);
    return { Policy: { ...toPolicy(state, policy), Tags: toTags(policy.tags) } };
  },
});
