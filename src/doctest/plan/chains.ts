import type { Page } from '../../procedure/index.ts';
import type { Shard } from './types.ts';

/** For each page of one locale, the first page (in the order given) of those that `requires` ties together. */
export function chainNames(pages: readonly Page[]): Map<string, string> {
  const names = new Map(pages.map(({ id }) => [id, id]));
  for (const page of pages) {
    for (const required of page.requires) {
      const [kept, gone] = [names.get(required), names.get(page.id)];
      if (kept === undefined) continue;
      for (const [id, name] of names) if (name === gone) names.set(id, kept);
    }
  }
  return names;
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
