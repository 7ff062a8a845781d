import type { Item } from './types.ts';

/** The first item after one that is meant. */
export function nextOf(
  items: readonly Item[],
  index: number,
  isMeant: (item: Item) => boolean,
): Item | undefined {
  for (let next = index + 1; next < items.length; next += 1) {
    const item = items[next];
    if (item && isMeant(item)) return item;
  }
  return undefined;
}
