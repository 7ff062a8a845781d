import { usageError } from '../failures.ts';
import { parseFloatText, parseInteger, reprText } from '../python/builtins.ts';
import type { OptionSpec, ParserSpec } from './types.ts';

/** Form of a word: an option (known or not, perhaps with `=value`), or an argument. */
export type Word =
  | { readonly kind: 'option'; readonly option?: OptionSpec; readonly explicit?: string }
  | { readonly kind: 'argument' }
  | { readonly kind: 'dashes' };

const ARGUMENT: Word = { kind: 'argument' };
const NEGATIVE_NUMBER = /^-\d+$|^-\d*\.\d+$/;

/** Words as argparse of Python 3.11 reads them: an option may be abbreviated, and what follows `--` is none. */
export function classifyWords(spec: ParserSpec, words: readonly string[]): Word[] {
  const end = words.indexOf('--');
  return words.map((word, index) => {
    if (end >= 0 && index >= end) return index === end ? { kind: 'dashes' } : ARGUMENT;
    return classifyWord(spec, word);
  });
}

function classifyWord(spec: ParserSpec, word: string): Word {
  if (!word.startsWith('-') || word.length === 1) return ARGUMENT;
  const exact = spec.options.find((option) => option.flag === word);
  if (exact) return { kind: 'option', option: exact };
  const [name, explicit] = splitOnce(word);
  const named = explicit === undefined ? undefined : spec.options.find((option) => option.flag === name);
  if (named) return { kind: 'option', option: named, explicit };
  const candidates = word.startsWith('--')
    ? spec.options.filter((option) => option.flag.startsWith(name))
    : [];
  if (candidates.length > 1) {
    const matches = candidates.map((option) => option.flag).join(', ');
    throw usageError(`ambiguous option: ${word} could match ${matches}`, spec.usage);
  }
  if (candidates[0]) return { kind: 'option', option: candidates[0], explicit };
  if (NEGATIVE_NUMBER.test(word) || word.includes(' ')) return ARGUMENT;
  return { kind: 'option' };
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** A word as argparse's `type=int` or `type=float` makes it; `wrong` builds the error to throw. */
export function convert(
  word: string,
  to: 'int' | 'float' | undefined,
  wrong: (why: string) => Error,
): string | number {
  if (to === undefined) return word;
  const value = to === 'int' ? parseInteger(word) : parseFloatText(word);
  if (value === undefined) throw wrong(`invalid ${to} value: ${reprText(word)}`);
  return value;
}
