import type { Page } from '../../procedure/index.ts';
import type { Shard } from './types.ts';

/**
 * Names the chain of each page of one locale: the first page (in the order given) of those that `requires` ties
 * together. Work grows with the number of pages, not with its square.
 */
export function chainNames(pages: readonly Page[]): Map<string, string> {
  const above = new Map(pages.map(({ id }) => [id, id]));
  const first = (id: string): string => {
    let top = id;
    for (let next = above.get(top) ?? top; next !== top; next = above.get(top) ?? top) top = next;
    above.set(id, top);
    return top;
  };
  for (const { id, requires } of pages)
    for (const required of requires) if (above.has(required)) above.set(first(id), first(required));
  return new Map([...above.keys()].map((id) => [id, first(id)]));
}

interface Chained {
  readonly chain: string;
  readonly page: Page;
}

/** One shard's share: whole chains, so that none is begun twice, spread evenly by the number of their steps. */
export function takeShard<Item extends Chained>(items: readonly Item[], shard: Shard): Item[] {
  const weights = new Map<string, number>();
  for (const { chain, page } of items) weights.set(chain, (weights.get(chain) ?? 0) + page.steps.length + 1);
  const loads = Array.from({ length: shard.count }, () => 0);
  const mine = new Set<string>();
  for (const [chain, weight] of [...weights].sort(([, a], [, b]) => b - a)) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + weight;
    if (lightest === shard.index - 1) mine.add(chain);
  }
  return items.filter(({ chain }) => mine.has(chain));
}
