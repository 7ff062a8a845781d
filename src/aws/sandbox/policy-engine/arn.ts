import { matchesPattern, type PolicyVariables } from './policy-variables.ts';

/** How many parts an ARN has; the sixth keeps its colons. */
const PARTS = 6;

/**
 * ArnLike: "Each of the six colon-delimited components of the ARN is checked separately and each can include
 * multi-character match wildcards or single-character match wildcards" (IAM User Guide).
 */
export function matchesArn(pattern: string, variables: PolicyVariables, arn: string): boolean {
  const wanted = split(pattern);
  const actual = split(arn);
  return (
    wanted.length === PARTS &&
    actual.length === PARTS &&
    wanted.every((part, index) => matchesPattern(part, variables, actual[index] ?? ''))
  );
}

/**
 * A `Resource` element. "If you specify an incomplete ARN (one with fewer than the standard six fields), AWS
 * automatically completes the ARN by adding wildcard characters" (IAM User Guide, "Resource").
 */
export function matchesResource(pattern: string, variables: PolicyVariables, resource: string): boolean {
  const missing = pattern.startsWith('arn:') ? PARTS - split(pattern).length : 0;
  return matchesPattern(pattern + ':*'.repeat(missing), variables, resource);
}

/** The colons of variables, as in `${aws:username}`, separate nothing. */
function split(arn: string): string[] {
  const parts = arn
    .replace(/\$\{[^{}]*\}/g, (variable) => variable.replaceAll(':', COLON))
    .split(':')
    .map((part) => part.replaceAll(COLON, ':'));
  return parts.length <= PARTS ? parts : [...parts.slice(0, PARTS - 1), parts.slice(PARTS - 1).join(':')];
}

/** Stands for a variable's colon: no ARN has this character. */
const COLON = '\u0000';
