import { awsText, type PolicyKind, policyFaults } from '../../policy-syntax/index.ts';
import type { PolicyText } from '../../state/index.ts';
import { malformedPolicy } from './iam-errors.ts';

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
export function readPolicy(text: string, kind: PolicyKind, notJson: string): PolicyText {
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
