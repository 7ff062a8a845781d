import type { Fault, PolicyKind } from './types.ts';

const SYNTAX = 'Syntax errors in policy.';

/**
 * Returns IAM's message for a fault, of code MalformedPolicyDocument. The texts were seen in users' reports; `Syntax errors
 * in policy.` stands for those whose own is not known.
 */
export function awsText({ code, name = '', value = '' }: Fault, kind: PolicyKind): string {
  switch (code) {
    case 'sid':
      return 'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*';
    case 'repeated-sid':
      return 'Statement IDs (SID) in a single policy must be unique.';
    case 'operator':
      return `Invalid Condition type : ${name}`;
    case 'no-action':
    case 'empty-action':
      return kind === 'trust' ? 'Missing required field Action' : 'Policy statement must contain actions.';
    case 'action-without-vendor':
      return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
    case 'action-with-colons':
      return 'Actions/Condition can contain only one colon.';
    case 'vendor':
      return `Vendor ${value} is not valid`;
    case 'trust-action':
      return 'AssumeRole policy may only specify STS AssumeRole actions.';
    case 'no-resource':
    case 'empty-resource':
      return 'Policy statement must contain resources.';
    case 'resource-form':
      return `Resource ${value} must be in ARN format or "*".`;
    case 'misplaced-principal':
      return 'Policy document should not specify a principal.';
    case 'misplaced-resource':
      return 'Has prohibited field Resource';
    case 'no-principal':
      return 'Missing required field Principal';
    case 'empty-principal':
      return 'Missing required field Principal cannot be empty!';
    case 'principal':
      return `Invalid principal in policy: "${name.toUpperCase()}":"${value}"`;
    default:
      return SYNTAX;
  }
}
