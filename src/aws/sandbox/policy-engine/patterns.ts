import { matchesWildcard } from '../wildcard/index.ts';
import type { ConditionContext } from './types.ts';

/** `${aws:username}`, `${aws:username, 'nobody'}`, or one of `${*}`, `${?}`, `${$}`, which stand for themselves. */
const VARIABLE = /\$\{([*?$]|[^{}',]+?)(?:,\s*'([^']*)')?\}/g;

/** Values of policy variables; `off` in documents of a version without variables. */
export type PolicyVariables = ConditionContext | 'off';

/**
 * The text with its variables' values in their place; undefined where one has no value, or more than one.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function expandText(text: string, variables: PolicyVariables): string | undefined {
  return expand(text, variables, (part) => part);
}

/**
 * Tells whether a text matches a pattern. Wildcards are those of the policy: the value of a variable is plain text.
 * A pattern with a variable that has no value matches nothing.
 */
export function matchesPattern(pattern: string, variables: PolicyVariables, text: string): boolean {
  if (variables === 'off' || !pattern.includes('${')) return matchesWildcard(pattern, text);
  const expanded = expand(pattern.replaceAll('\\', '\\\\'), variables, escapeWildcards);
  return expanded !== undefined && matchesWildcard(expanded, text, true);
}

function expand(
  text: string,
  variables: PolicyVariables,
  asPart: (value: string) => string,
): string | undefined {
  if (variables === 'off') return text;
  let complete = true;
  const expanded = text.replace(VARIABLE, (_whole, name: string, otherwise?: string) => {
    const value = currentValue(name, variables) ?? otherwise;
    if (value === undefined) complete = false;
    return asPart(value ?? '');
  });
  return complete ? expanded : undefined;
}

function currentValue(name: string, variables: ConditionContext): string | undefined {
  if (name === '*' || name === '?' || name === '$') return name;
  const values = variables.get(name.trim().toLowerCase());
  return values?.length === 1 ? values[0] : undefined;
}

function escapeWildcards(text: string): string {
  return text.replace(/[\\*?]/g, '\\$&');
}

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
