import type { SharedBlock } from './blocks.ts';
import { codeOf } from './fence-text.ts';

/** A block of the source with the block of the translation that stands for it. */
export interface BlockPair {
  readonly source?: SharedBlock;
  readonly translation?: SharedBlock;
}

/** Pairs the blocks of two sections, in order: those that are most alike, by id, by content, by role. */
export function pairBlocks(source: readonly SharedBlock[], translation: readonly SharedBlock[]): BlockPair[] {
  const best = source.map(() => translation.map(() => 0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = source.length - 1; i >= 0; i -= 1) {
    for (let j = translation.length - 1; j >= 0; j -= 1) {
      const row = best[i];
      if (row)
        row[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + likeness(source[i], translation[j]));
    }
  }
  const pairs: BlockPair[] = [];
  let [i, j] = [0, 0];
  while (i < source.length || j < translation.length) {
    const alike = likeness(source[i], translation[j]);
    if (alike > 0 && at(i, j) === at(i + 1, j + 1) + alike) {
      pairs.push({ source: source[i++], translation: translation[j++] });
    } else if (j >= translation.length || (i < source.length && at(i, j) === at(i + 1, j))) {
      pairs.push({ source: source[i++] });
    } else pairs.push({ translation: translation[j++] });
  }
  return pairs;
}

/** 0: they cannot stand for each other. */
function likeness(a: SharedBlock | undefined, b: SharedBlock | undefined): number {
  if (!a || !b || a.kind !== b.kind) return 0;
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id ? 100 : 0;
  if (a.kind === 'elapse' || b.kind === 'elapse') return 10;
  const shared = sharedLines(codeOf(a.fence.body), codeOf(b.fence.body));
  return 1 + (a.role === b.role ? 4 : 0) + 20 * shared;
}

/** Share of the lines that two texts have in common, from 0 to 1. */
function sharedLines(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [new Set(a.split('\n')), new Set(b.split('\n'))];
  const common = [...left].filter((line) => right.has(line)).length;
  return common / Math.max(left.size, right.size);
}
