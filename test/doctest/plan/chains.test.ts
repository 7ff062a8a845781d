import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainNames, takeShard } from '../../../src/doctest/plan/chains.ts';
import { aPage } from '../pages.ts';

describe('chainNames', () => {
  test('pages tied by requires bear the name of the first', () => {
    const pages = [aPage('a'), aPage('b', ['a']), aPage('c', ['b']), aPage('lone')];
    expect([...chainNames(pages).values()]).toEqual(['course/a', 'course/a', 'course/a', 'course/lone']);
  });

  test('a page that requires two pages ties their chains', () => {
    const pages = [aPage('a'), aPage('b'), aPage('c', ['a', 'b'])];
    expect(new Set(chainNames(pages).values()).size).toBe(1);
  });
});

const items = fc.array(fc.record({ chain: fc.constantFrom('p', 'q', 'r', 's', 't'), steps: fc.nat(20) }));
const asPlanned = ({ chain, steps }: { chain: string; steps: number }) => ({
  chain,
  page: aPage('x', [], steps),
});

describe('takeShard', () => {
  test('all shards together are all pages, each once, in their order, and no chain is divided', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 7 }), (drawn, count) => {
        const all = drawn.map(asPlanned);
        const shards = Array.from({ length: count }, (_, index) =>
          takeShard(all, { index: index + 1, count }),
        );
        expect(shards.flat().length).toBe(all.length);
        expect(new Set(shards.flat())).toEqual(new Set(all));
        for (const shard of shards) expect(shard).toEqual(all.filter((item) => shard.includes(item)));
        const chains = shards.flatMap((shard) => [...new Set(shard.map(({ chain }) => chain))]);
        expect(new Set(chains).size).toBe(chains.length);
      }),
    );
  });

  test('two chains of one size go to two shards', () => {
    const all = [asPlanned({ chain: 'p', steps: 5 }), asPlanned({ chain: 'q', steps: 5 })];
    expect([1, 2].map((index) => takeShard(all, { index, count: 2 }).length)).toEqual([1, 1]);
  });
});
