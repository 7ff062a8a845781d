import {
  type AccountState,
  isOfAws,
  type ManagedPolicy,
  type PolicyText,
  type PolicyVersion,
  ServiceError,
} from '../../operation/index.ts';
import type { PolicyStatement } from '../../policy-engine/index.ts';
import { awsText, type PolicyKind, policyFaults } from '../../policy-syntax/index.ts';
import { keepWithin } from './constraints.ts';
import { malformedPolicy, noSuchEntity } from './iam-errors.ts';
import { policies, required } from './iam-kinds.ts';

/** Reads an identity-based policy. Throws MalformedPolicyDocument for the first of its faults. */
export function readIdentityPolicy(text: string, kind: 'inline' | 'managed'): PolicyText {
  const policy = readPolicy(text, 'identity', 'Syntax errors in policy.');
  // Inline policies may be of 2008, also by saying nothing.
  const { Version } = policy.document as { Version?: string };
  if (kind === 'managed' && Version !== '2012-10-17')
    throw malformedPolicy('Policy document must be version 2012-10-17 or greater.');
  return policy;
}

/** Reads a policy of a kind. Throws MalformedPolicyDocument: `notJson` is what AWS says to a text that is no JSON. */
function readPolicy(text: string, kind: PolicyKind, notJson: string): PolicyText {
  const document = parse(text, notJson);
  const [fault] = policyFaults(document, kind);
  if (fault) throw malformedPolicy(awsText(fault, kind));
  return { text, document };
}

/** "Policies are measured without white space" (IAM User Guide, reference_iam-quotas). */
export function sizeOf({ text }: PolicyText): number {
  return text.replace(/\s/g, '').length;
}

function parse(text: string, notJson: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedPolicy(notJson);
  }
}

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

/** Reads a role's trust policy. Throws MalformedPolicyDocument, with AWS's texts where they are known. */
export function readTrustPolicy(text: string, state: AccountState): PolicyText {
  const policy = readPolicy(text, 'trust', 'This policy contains invalid Json');
  for (const arn of trustedArns(policy.document))
    if (!isKnown(arn, state))
      throw malformedPolicy(awsText({ code: 'principal', path: [], name: 'AWS', value: arn }, 'trust'));
  keepWithin('ACLSizePerRole', sizeOf(policy));
  return policy;
}

/** Returns the AWS principals of a valid document. */
function trustedArns(document: unknown): readonly string[] {
  const { Statement: statements } = document as { Statement: PolicyStatement | PolicyStatement[] };
  return [statements].flat().flatMap(({ Principal, NotPrincipal }) => {
    const principal = Principal ?? NotPrincipal;
    return typeof principal === 'object' ? [principal.AWS ?? []].flat() : [];
  });
}

/** AWS checks that users and roles exist; of another account the sandbox cannot tell. */
function isKnown(principal: string, { account, users, roles }: AccountState): boolean {
  const [, id] = /^arn:aws:(?:iam|sts)::(\d{12}):.+$/.exec(principal) ?? [];
  if (id === undefined || id !== account.id) return true;
  if (/:(root|assumed-role\/.+|federated-user\/.+)$/s.test(principal)) return true;
  return [...users.values(), ...roles.values()].some(({ arn }) => arn === principal);
}
