import { useMemo, useSyncExternalStore } from 'react';
import {
  getSession,
  type PageInfo,
  type PracticeSession,
  progress,
  type SessionState,
} from '../../session/index.ts';
import { usePageId, usePageInfo, usePages } from './page-info.ts';

export { lazyComponent } from './lazy-component.tsx';
export { registerPages, shownPage, usePageData } from './page-info.ts';

/** A page on which something is practised. */
export interface PracticePage {
  readonly id: string;
  readonly info: PageInfo;
  readonly session: PracticeSession;
}

/** The page that is shown; undefined where nothing is practised on it. Within a page of the docs only. */
export function usePracticePage(): PracticePage | undefined {
  const id = usePageId();
  const info = usePageInfo();
  return useMemo(() => info && { id, info, session: getSession(info.practice) }, [id, info]);
}

/** A part of a session's state: `select` must give the same object until that part changes. */
export function useSession<T>(reader: PracticeSession, select: (state: SessionState) => T): T {
  const get = () => select(reader.state);
  return useSyncExternalStore(reader.subscribe, get, get);
}

/** Ids of the steps of a page that the reader has done; none while the page is built. */
export function useDone(page: string, info: PageInfo | undefined): readonly string[] {
  return useSyncExternalStore(
    progress.subscribe,
    () => progress.of(page, info),
    () => NOTHING,
  );
}

/** How many steps of these pages there are, and how many of them the reader has done. */
export function useProgress(ids: readonly string[]): { readonly done: number; readonly steps: number } {
  const pages = usePages();
  const count = () => ids.reduce((sum, id) => sum + progress.of(id, pages[id]).length, 0);
  const done = useSyncExternalStore(progress.subscribe, count, () => 0);
  return { done, steps: ids.reduce((sum, id) => sum + (pages[id]?.steps ?? 0), 0) };
}

/** Id of the page on which the reader did something last; undefined where nothing was done, or while the site is built. */
export function useLatestPage(): string | undefined {
  return useSyncExternalStore(progress.subscribe, progress.latest, () => undefined);
}

const NOTHING: readonly string[] = [];
