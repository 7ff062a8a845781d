import type { IndexFrame, IndexPart, StoredIndex } from './index-files.ts';

/** The index of some words, and the page of each document that they stand in, by its field (`t/12`). */
interface Joined {
  readonly index: StoredIndex;
  readonly pages: ReadonlyMap<string, number>;
}

/** Joins parts of an index, in their order. It ranks documents as the whole does: a word's weight stands beside it. */
export function joinParts(
  { frame, kind }: { frame: IndexFrame; kind: number },
  parts: readonly IndexPart[],
): Joined {
  const pages = new Map<string, number>();
  const weights = new Map<string, [word: number, weight: number][]>();
  for (const part of parts)
    for (const [page, field, own] of part[kind]?.vectors ?? []) {
      pages.set(field, page);
      const pairs = weights.get(field) ?? [];
      for (let at = 0; at < own.length; at += 2) pairs.push([own[at] ?? 0, own[at + 1] ?? 0]);
      weights.set(field, pairs);
    }
  const index = {
    ...frame,
    invertedIndex: parts.flatMap((part) => part[kind]?.entries ?? []),
    // Lunr goes through the words of two vectors side by side.
    fieldVectors: [...weights].map(
      ([field, pairs]) => [field, pairs.sort(([a], [b]) => a - b).flat()] as const,
    ),
  };
  return { index, pages };
}
