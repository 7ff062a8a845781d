import { createPersistedStore } from './local-storage.ts';
import type { StepRef } from './types.ts';

/** What was done of a page, while its steps were those with this hash. */
interface PageProgress {
  readonly hash: string;
  readonly done: readonly string[];
}

type Progress = Readonly<Record<string, PageProgress | undefined>>;

const stored = createPersistedStore<Progress>('tejun.progress', (found) => (isRecord(found) ? found : {}));

/** How far the reader came, page by page; kept in the browser, and of no use for a page whose steps have changed. */
export const progress = {
  subscribe: stored.subscribe,
  /** Ids of the steps of a page that were done, the same array until it changes. */
  of: (page: string, hash: string | undefined): readonly string[] => {
    const kept = stored.get()[page];
    return kept?.hash === hash && Array.isArray(kept?.done) ? kept.done : NONE;
  },
  add: ({ page, step }: StepRef, hash: string): void => {
    const done = progress.of(page, hash);
    if (!done.includes(step)) stored.set({ ...stored.get(), [page]: { hash, done: [...done, step] } });
  },
  remove: (refs: readonly StepRef[]): void => {
    const all = { ...stored.get() };
    for (const { page, step } of refs) {
      const kept = all[page];
      if (kept) all[page] = { ...kept, done: kept.done.filter((id) => id !== step) };
    }
    stored.set(all);
  },
};

const NONE: readonly string[] = [];

const isRecord = (value: unknown): value is Progress =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
