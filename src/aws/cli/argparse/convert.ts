import { parseFloatText, parseInteger } from '../python/numbers.ts';
import { reprText } from '../python/repr.ts';

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
