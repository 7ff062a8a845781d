import { join } from 'node:path';
import type { TestSequencer, TestSequencerConstructor, TestSpecification } from 'vitest/node';
import type { Plan } from '../../src/doctest/index.ts';

/** Runs pages in the order of the plan: chain after chain. Shards are taken in the plan, where chains are known. */
export function planSequencer(plan: Plan): TestSequencerConstructor {
  const order = new Map(plan.pages.map(({ page }, index) => [join(plan.root, page.file), index]));
  const place = ({ moduleId }: TestSpecification): number => order.get(moduleId) ?? order.size;
  return class implements TestSequencer {
    async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
      return files;
    }

    async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      return [...files].sort((a, b) => place(a) - place(b));
    }
  };
}
