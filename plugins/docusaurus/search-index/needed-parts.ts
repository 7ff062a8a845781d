import type { Contents } from './index-files.ts';

type Parts = Contents['parts'];
const IDEOGRAPH = /\p{Unified_Ideograph}/u;

/** Numbers of the parts that hold a word, and the words that begin with it. */
export function partsFrom(parts: Parts, word: string): number[] {
  const found: number[] = [];
  for (let part = firstNotBefore(parts, word); part < parts.length; part += 1) {
    const first = parts[part]?.[0] ?? '';
    if (first > word && !first.startsWith(word)) break;
    found.push(part);
  }
  return found;
}

/** The number of the part that would hold a word, if any does. */
function partAt(parts: Parts, word: string): number[] {
  const part = firstNotBefore(parts, word);
  return (parts[part]?.[0] ?? word) <= word && part < parts.length ? [part] : [];
}

/** The first part whose last word is not before a word: found by halving. */
function firstNotBefore(parts: Parts, word: string): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.[1] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Lists the parts that what is typed may stand in. Between the words of Japanese and Chinese no space stands: there any
 * piece of it may be a word.
 */
export function neededParts(parts: Parts, tokens: readonly string[]): number[] {
  const found = new Set<number>();
  for (const token of tokens) {
    for (const part of partsFrom(parts, token)) found.add(part);
    if (!IDEOGRAPH.test(token)) continue;
    for (let start = 0; start < token.length; start += 1) {
      for (const part of partsFrom(parts, token.slice(start))) found.add(part);
      for (let end = start + 1; end < token.length; end += 1)
        for (const part of partAt(parts, token.slice(start, end))) found.add(part);
    }
  }
  return [...found].sort((a, b) => a - b);
}
