import type { ComparisonState } from '../comparison.ts';
import { partsOf, type StringPosition } from './compare-string.ts';

const WORD = /\S+/g;

/** Words of an output. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/**
 * Words of an example that an output must have as well: those in which nothing varies, and values for which the run's own
 * ones are known.
 */
export function fixedWords(
  comparison: ComparisonState,
  text: string,
  place: Omit<StringPosition, 'path'>,
): readonly string[] {
  const varying = partsOf(comparison, text, place).filter(({ form }) => form !== undefined);
  if (varying.length === 0) return wordsOf(text);
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const within = varying.filter(
      (part) => part.start < index + word.length && index < part.start + part.text.length,
    );
    if (within.length === 0) return [word];
    const [only] = within;
    return within.length === 1 && only?.text === word ? (comparison.meaningOf(word) ?? []) : [];
  });
}
