import { createPersistedStore } from './local-storage.ts';
import type { PageInfo, StepRef } from './types.ts';

/** Steps done of a page, valid for the steps with this hash. */
interface PageProgress {
  readonly hash: string;
  readonly done: readonly string[];
}

/** The steps of a page as they are now; `formerHash` is what an earlier release of the site called them. */
type PageVersion = Pick<PageInfo, 'hash' | 'formerHash'>;

type Progress = Readonly<Record<string, PageProgress | undefined>>;

const stored = createPersistedStore<Progress>('tejun.progress', (found) =>
  isRecord(found) ? Object.fromEntries(Object.entries(found).filter(isPageProgress)) : {},
);

/** How far the reader came, page by page; kept in the browser, and of no use for a page whose steps have changed. */
export const progress = {
  subscribe: stored.subscribe,
  /** Ids of the steps of a page that were done, the same array until it changes. */
  of: (page: string, version: PageVersion | undefined): readonly string[] => {
    const kept = stored.get()[page];
    if (!version || !kept) return NONE;
    return kept.hash === version.hash || kept.hash === version.formerHash ? kept.done : NONE;
  },
  add: ({ page, step }: StepRef, version: PageVersion): void => {
    const { hash } = version;
    const done = progress.of(page, version);
    if (done.includes(step)) return;
    const { [page]: _, ...others } = stored.get();
    stored.set({ ...others, [page]: { hash, done: [...done, step] } });
  },
  /** Id of the page on which a step was done last; undefined before the first. */
  latest: (): string | undefined => Object.keys(stored.get()).at(-1),
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isPageProgress(kept: [page: string, value: unknown]): kept is [string, PageProgress] {
  const [, value] = kept;
  if (!isRecord(value) || typeof value.hash !== 'string') return false;
  return Array.isArray(value.done) && value.done.every((id) => typeof id === 'string');
}
