import { useLocation } from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useEffect, useLayoutEffect } from 'react';
import { createPersistedStore } from '../../session/local-storage.ts';
import { HEIGHTS_KEY, type LeftHeight, PLACES } from '../../site/left-heights.ts';

type Pages = Readonly<Record<string, readonly LeftHeight[]>>;

const stored = createPersistedStore<Pages>(HEIGHTS_KEY, (found) =>
  typeof found === 'object' && found !== null ? (found as Pages) : {},
);
/** Pages that are remembered; the room for storage is small. */
const MOST_PAGES = 30;
/** Time in which what the page loads for its results has come. */
const SETTLED_MS = 500;
const ACTS = ['pointerdown', 'keydown'] as const;

/** Keeps the room of the reader's results until these are back, and remembers it for the next time. */
export function useStillness(isRestored: boolean): void {
  const { pathname } = useLocation();
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const page = pathname.slice(baseUrl.length);
  useLayoutEffect(() => {
    globalThis.tejunHold?.();
    return release;
  }, []);
  useEffect(() => (isRestored ? rememberHeights(page) : undefined), [isRestored, page]);
}

const release = () => globalThis.tejunHold?.(true);

/** Follows the page that is shown until the returned function is called. */
function rememberHeights(page: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sizes = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => remember(page), SETTLED_MS);
  });
  const main = document.querySelector('main');
  if (main) sizes.observe(main);
  // A result that was taken back elsewhere leaves empty room, which closes when the reader moves something anyway.
  for (const act of ACTS) addEventListener(act, release, { once: true, capture: true });
  return () => {
    sizes.disconnect();
    clearTimeout(timer);
    for (const act of ACTS) removeEventListener(act, release, true);
  };
}

function remember(page: string): void {
  const heights = PLACES.flatMap(({ filled, name }, place) =>
    [...document.querySelectorAll(filled)].map((part): LeftHeight => {
      const height = Math.round(part.getBoundingClientRect().height * 100) / 100;
      return [place, (name && part.getAttribute(name)) ?? '', height];
    }),
  );
  const { [page]: _, ...others } = stored.get();
  const kept = Object.entries(others).slice(1 - MOST_PAGES);
  stored.set({ ...Object.fromEntries(kept), [page]: heights });
}
