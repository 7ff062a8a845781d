import { join } from 'node:path';
import type { TestSequencer, TestSequencerConstructor, TestSpecification } from 'vitest/node';
import type { LivePlan } from './live-plan.ts';

/** Runs pages in the order of the plan: chain after chain. Shards are taken in the plan, where chains are known. */
export function planSequencer(live: LivePlan): TestSequencerConstructor {
  return class implements TestSequencer {
    async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
      return files;
    }

    async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const { pages, root } = live.plan;
      const order = new Map(pages.map(({ page }, index) => [join(root, page.file), index]));
      const place = ({ moduleId }: TestSpecification): number => order.get(moduleId) ?? order.size;
      return [...files].sort((a, b) => place(a) - place(b));
    }
  };
}
