import { ServiceError } from '../../errors/index.ts';
import {
  type AccountState,
  isOfAws,
  type ManagedPolicy,
  type PolicyText,
  type PolicyVersion,
} from '../../state/index.ts';
import { noSuchEntity } from './iam-errors.ts';
import { policies, required } from './iam-kinds.ts';
import { readIdentityPolicy, sizeOf } from './policy-documents.ts';
import { keepWithin } from './quotas.ts';

/** Reads a managed policy's document. Throws MalformedPolicyDocument or LimitExceeded. */
export function readManagedPolicy(text: string): PolicyText {
  const policy = readIdentityPolicy(text, 'managed');
  keepWithin('PolicySize', sizeOf(policy));
  return policy;
}

/** A policy of the account's own, to change. Throws NoSuchEntity, or AccessDenied for one of AWS's. */
export function ownPolicy(state: AccountState, arn: string): ManagedPolicy {
  const policy = required(policies, state, arn);
  // Our wording: AWS refuses too, in words not known.
  if (isOfAws(policy))
    throw new ServiceError(403, 'AccessDenied', `Cannot change ${arn}: AWS manages this policy.`);
  return policy;
}

/** Throws NoSuchEntity. */
export function policyVersionOf(policy: ManagedPolicy, id: string): PolicyVersion {
  const version = policy.versions.find((candidate) => candidate.id === id);
  if (!version) throw noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
  return version;
}
