import {
  type AwsManagedPolicy,
  awsManagedPolicies,
  awsManagedPolicyArn,
} from '../aws-managed-policies/index.ts';
import type { ManagedPolicy } from './types.ts';

/** Fresh records, by ARN. */
export function awsManagedPolicyRecords(): Map<string, ManagedPolicy> {
  return new Map(awsManagedPolicies.map(toPolicy).map((policy) => [policy.arn, policy]));
}

/** Tells whether AWS manages the policy. */
export function isOfAws({ arn }: Pick<ManagedPolicy, 'arn'>): boolean {
  return arn.startsWith('arn:aws:iam::aws:');
}

function toPolicy(published: AwsManagedPolicy): ManagedPolicy {
  const { name, path = '/', policyId, description, version, statements } = published;
  const document = { Version: '2012-10-17', Statement: statements };
  const updated = new Date(published.updated);
  const defaultVersion = {
    id: `v${version}`,
    created: updated,
    text: JSON.stringify(document, null, 4),
    document,
  };
  return {
    name,
    path,
    arn: awsManagedPolicyArn(published),
    policyId,
    description,
    created: new Date(published.created),
    updated,
    tags: [],
    versions: [defaultVersion],
    defaultVersion,
    versionsMade: version,
  };
}
