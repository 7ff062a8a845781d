import type { ImportedItem } from './types.ts';

/** The first item after one that is meant. */
export function nextOf(
  items: readonly ImportedItem[],
  index: number,
  isMeant: (item: ImportedItem) => boolean,
): ImportedItem | undefined {
  for (let next = index + 1; next < items.length; next += 1) {
    const item = items[next];
    if (item && isMeant(item)) return item;
  }
  return undefined;
}
