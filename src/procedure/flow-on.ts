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
  const { known, pattern } = wordsOf(bindings);
  if (!pattern || !/[\dXx*]/.test(script)) return { script, replacements: [] };
  const replaced = new Set<string>();
  const text = script.replace(pattern, (from) => {
    replaced.add(from);
    return known.get(from) ?? from;
  });
  return { script: text, replacements: [...replaced].map((from) => ({ from, to: known.get(from) ?? from })) };
}

interface Words {
  readonly known: Bindings;
  /** Undefined where nothing is to be replaced. */
  readonly pattern?: RegExp;
}

const prepared = new WeakMap<Bindings, { readonly size: number; readonly words: Words }>();

/** Values to replace, and how to find them: many texts are asked about with the same bindings. */
function wordsOf(bindings: Bindings): Words {
  const earlier = prepared.get(bindings);
  if (earlier?.size === bindings.size) return earlier.words;
  const known = ownValues(bindings);
  const sources = [...known.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  const words: Words =
    sources.length === 0
      ? { known }
      : { known, pattern: new RegExp(`(?<![A-Za-z0-9])(?:${sources.join('|')})(?![A-Za-z0-9])`, 'g') };
  prepared.set(bindings, { size: bindings.size, words });
  return words;
}
