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
