import type { PlannedPage } from '../plan/types.ts';
import { supervise } from './supervise.ts';
import type { PageRunner } from './types.ts';

type Chains = readonly (readonly PlannedPage[])[];

/** Runners that are kept from run to run, as while watching. */
export interface RunnerPool {
  /** Returns the runners for these chains: no more than pay. */
  runners(chains: Chains): readonly PageRunner[];
  close(): Promise<void>;
}

/** A pool that opens runners when they are wanted, at least one. */
export function runnerPool(open: () => PageRunner, wanted: (chains: Chains) => number): RunnerPool {
  const opened: PageRunner[] = [];
  return {
    runners: (chains) => {
      const count = Math.max(1, Math.min(chains.length, wanted(chains)));
      while (opened.length < count) opened.push(supervise(open));
      return opened.slice(0, count);
    },
    close: async () => {
      await Promise.all(opened.map((runner) => runner.close()));
    },
  };
}
