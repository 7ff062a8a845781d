import { escapeRegExp } from './escape-reg-exp.ts';

/** Values of examples, and those that they stood for in a run. */
type Bindings = ReadonlyMap<string, string>;

/** A word of the page that the run replaced by its own value. */
export interface ReplacedWord {
  readonly from: string;
  readonly to: string;
}

/** Values that stand literally in commands, and that a run has values of its own for. */
export const ownValues = (bindings: Bindings): Bindings =>
  new Map([...bindings].filter(([from, to]) => from !== to && isTelling(from)));

/** Shorter words, or words without a digit, are too common to stand for one value. */
const isTelling = (text: string): boolean => text.length >= 7 && /\d|[Xx*]{12}/.test(text);

/**
 * A script with the values that results above showed replaced by those that the run got for them, as whole words.
 *
 * @example flowOn('aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0', new Map([['vpc-0123456789abcdef0', 'vpc-0a0a0a0a']]))
 * // { script: 'aws ec2 delete-vpc --vpc-id vpc-0a0a0a0a', replacements: [{ from: 'vpc-0123...', to: 'vpc-0a0a0a0a' }] }
 */
export function flowOn(
  script: string,
  bindings: Bindings,
): { readonly script: string; readonly replacements: readonly ReplacedWord[] } {
  const known = ownValues(bindings);
  const words = [...known.keys()].filter((word) => script.includes(word)).sort((a, b) => b.length - a.length);
  if (words.length === 0) return { script, replacements: [] };
  const replaced = new Set<string>();
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${words.map(escapeRegExp).join('|')})(?![A-Za-z0-9])`, 'g');
  const text = script.replace(pattern, (from) => {
    replaced.add(from);
    return known.get(from) ?? from;
  });
  return { script: text, replacements: [...replaced].map((from) => ({ from, to: known.get(from) ?? from })) };
}
