import type { ComparisonState } from '../comparison.ts';
import { maskedValues } from '../values/index.ts';

/** A text of the output -> what a page may show of it. */
export type MaskForPage = (text: string) => string;

const MASKS = ['X', 'x', '*'] as const;
/** As long as a secret access key; nobody needs to see how long a token is. */
const LONGEST_MASK = 40;

/**
 * Values that stand in the page's examples already are written as they are there; other ids of accounts and keys,
 * secrets and tokens are masked, in the page's own manner.
 */
export function createMaskForPage(body: string, comparison: ComparisonState): MaskForPage {
  const known = [...comparison.known()].filter(([shown, actual]) => shown !== actual && actual.length >= 8);
  const taken = new Set(comparison.known().keys());
  const shownInClear = new Set(comparison.known().values());
  const own = MASKS.find((char) => body.includes(char.repeat(4))) ?? 'X';
  const chars = [own, ...MASKS.filter((char) => char !== own)];
  const masks = new Map<string, string>();

  const mask = (value: string, kept: number): string => {
    const width = Math.min(value.length - kept, LONGEST_MASK);
    // One mask for one account: another one is written with another character.
    const free = chars.map((char) => char.repeat(width)).find((text) => !taken.has(text));
    const masked = masks.get(value) ?? value.slice(0, kept) + (free ?? own.repeat(width));
    if (kept === 0 && width === 12) taken.add(masked);
    masks.set(value, masked);
    return masked;
  };

  return (text) => {
    let result = text;
    for (const [shown, actual] of known) result = result.replaceAll(actual, shown);
    for (const { value, kept } of maskedValues(result)) {
      const isShown = shownInClear.has(value) && taken.has(value);
      if (!isShown) result = result.replaceAll(value, mask(value, kept));
    }
    return result;
  };
}
