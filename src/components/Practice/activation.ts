import { useSyncExternalStore } from 'react';

/** Prefix of all storage keys. */
const KEPT = 'tejun.';
const listeners = new Set<() => void>();
let activated = false;

/** Loads what practises, on all of the page: the reader wants to run something. */
export function activate(): void {
  activated = true;
  for (const listener of listeners) listener();
}

/** Tells whether the reader runs steps, or has before: only then is more loaded than the page itself. */
export function useIsActivated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => activated,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    activated ||= isAnythingKept();
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

/** Reading `localStorage` throws where the browser forbids it. */
function isAnythingKept(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(KEPT));
  } catch {
    return false;
  }
}
