import type { PolicyStatement } from '../../policy-engine/index.ts';
import { awsText } from '../../policy-syntax/index.ts';
import type { AccountState, PolicyText } from '../../state/index.ts';
import { malformedPolicy } from './iam-errors.ts';
import { readPolicy, sizeOf } from './policy-documents.ts';
import { keepWithin } from './quotas.ts';

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
