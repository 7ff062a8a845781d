import type { MatchContext, ValueType } from '../types.ts';

/** Types that the command never gives: the example hides them, or they bind by themselves. */
const NEVER_GIVEN: ReadonlySet<ValueType> = new Set([
  ...(['mask', 'elision', 'placeholder', 'account-id', 'account-data', 'home', 'cli-version'] as const),
]);

const isWordCharacter = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9]/.test(char);

/**
 * Tells whether the command gave this value: it is a word of the script, so the output must repeat it.
 *
 * @example isGiven({ script: 'aws ec2 describe-vpcs --vpc-ids vpc-0a1b2c3d', ... }, 'resource-id', 'vpc-0a1b2c3d') // true
 */
export function isGiven({ script, bindings }: MatchContext, type: ValueType, text: string): boolean {
  // A value that an earlier result showed stands for the run's own one in the script.
  if (script === undefined || NEVER_GIVEN.has(type) || bindings.has(text)) return false;
  for (let at = script.indexOf(text); at >= 0; at = script.indexOf(text, at + 1)) {
    if (!isWordCharacter(script[at - 1]) && !isWordCharacter(script[at + text.length])) return true;
  }
  return false;
}
