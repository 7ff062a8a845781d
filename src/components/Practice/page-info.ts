import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { PageInfo } from '../../session/types.ts';
import type { PageData } from '../../site/page-data.ts';

type PageInfos = Readonly<Record<string, PageInfo | undefined>>;

/** Pages that something on the site has told of, by id; and the page of the docs that is shown. */
let known: PageInfos = {};
let shown: { readonly id: string; readonly practice: string } | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  for (const listener of listeners) listener();
}

/** Makes pages known to what shows progress in them. Announces nothing: to be called before that is rendered. */
export function registerPages(infos: PageInfos): void {
  if (Object.keys(infos).some((id) => known[id] !== infos[id])) known = { ...known, ...infos };
}

/** Returns the facts of pages: of the course that is shown, and of a list of courses. */
export function usePages(): PageInfos {
  const get = () => known;
  return useSyncExternalStore(subscribe, get, get);
}

/** Returns the data of the page that is shown. Within a page of the docs only. */
export function usePageData(): PageData {
  const { frontMatter } = useDoc();
  const data = (frontMatter as { readonly tejunPage?: PageData }).tejunPage ?? NO_DATA;
  return useMemo(() => {
    registerPages(data.pages);
    return data;
  }, [data]);
}

const NO_DATA: PageData = { pages: {} };

/** Id of the page that is shown: its path below `docs/`. Within a page of the docs only. */
export function usePageId(): string {
  const { id } = useDoc().metadata;
  return usePageData().id ?? id;
}

/** Of the page that is shown; undefined where nothing is practised on it. Within a page of the docs only. */
export function usePageInfo(): PageInfo | undefined {
  const id = usePageId();
  return usePageData().pages[id];
}

/** Tells what stands around a page, the sidebar and the terminal, which page it is. */
export function useAnnouncedPage(): void {
  const id = usePageId();
  const practice = usePageInfo()?.practice;
  useEffect(() => {
    shown = practice === undefined ? undefined : { id, practice };
    announce();
    return () => {
      shown = undefined;
      // A page that follows is announced at once: the terminal stays open.
      queueMicrotask(announce);
    };
  }, [id, practice]);
}

/** Id of the page that is shown, outside of React. */
export const shownPage = (): string | undefined => shown?.id;

/** The practice of the page that is shown, also outside of it; undefined while the site is built. */
export function useShownPractice(): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => shown?.practice,
    () => undefined,
  );
}
