import { useSyncExternalStore } from 'react';

/** What is kept in the browser for a reader is kept under names that begin so. */
const KEPT = 'tejun.';
const listeners = new Set<() => void>();
let awake = false;

/** Loads what practises, on all of the page: the reader wants to run something. */
export function activate(): void {
  awake = true;
  for (const listener of listeners) listener();
}

/** Whether the reader runs things, or has before: only then is anything loaded beyond what is read. */
export function useIsActivated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => awake,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    awake ||= isAnythingKept();
    addEventListener('storage', hear);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', hear);
  };
}

/** Something was done in another tab. */
function hear({ key }: StorageEvent): void {
  if (key?.startsWith(KEPT)) activate();
}

/** To read `localStorage` throws where the browser forbids it. */
function isAnythingKept(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(KEPT));
  } catch {
    return false;
  }
}
