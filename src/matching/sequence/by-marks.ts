import type { ComparisonState } from '../comparison.ts';
import type { Search } from './types.ts';

/**
 * Pairs elements that have a mark in common, the rarest one first, in one pass: what was only reordered is found without a
 * search. The comparison learns what the values of these pairs stand for.
 */
export function assignByMarks(known: ComparisonState, search: Search): (number | undefined)[] {
  const { expected, actual, marks } = search;
  const marked = Array.from({ length: actual }, (_, index) => new Set(marks('actual', index)));
  const free = new Set(marked.keys());
  const byMark = new Map<string, Set<number>>();
  for (const [index, texts] of marked.entries())
    for (const text of texts) byMark.set(text, (byMark.get(text) ?? new Set()).add(index));

  const take = (index: number): number => {
    free.delete(index);
    for (const text of marked[index] ?? []) byMark.get(text)?.delete(index);
    return index;
  };
  return Array.from({ length: expected }, (_, index) => {
    const candidates = rarest(marks('expected', index), byMark) ?? free;
    for (const other of inOrder(candidates, index)) {
      const attempt = known.trial();
      search.compare(attempt, index, other);
      if (attempt.failed) continue;
      known.absorb(attempt);
      return take(other);
    }
    return undefined;
  });
}

/** The fewest elements that have one of the marks; undefined where there is no mark to go by. */
function rarest(
  marks: readonly string[],
  byMark: ReadonlyMap<string, ReadonlySet<number>>,
): ReadonlySet<number> | undefined {
  let fewest: ReadonlySet<number> | undefined;
  for (const mark of marks) {
    const found = byMark.get(mark) ?? NONE;
    if (!fewest || found.size < fewest.size) fewest = found;
  }
  return fewest;
}

const NONE: ReadonlySet<number> = new Set();

/** An element's own place comes first. */
function* inOrder(candidates: ReadonlySet<number>, own: number): Generator<number> {
  if (candidates.has(own)) yield own;
  for (const candidate of candidates) if (candidate !== own) yield candidate;
}
