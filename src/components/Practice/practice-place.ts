import { useSyncExternalStore } from 'react';

/** How a reader practises: in the page, or in a terminal of their own. */
type PracticePlace = 'here' | 'own';

/** Not one of the names that wake up what practises: who works elsewhere runs nothing here. */
const KEY = 'tejun-way';
const listeners = new Set<() => void>();
/** Choice of this tab, where the browser cannot store it. */
let chosen: PracticePlace | undefined;

export function choosePracticePlace(way: PracticePlace): void {
  chosen = way;
  try {
    localStorage.setItem(KEY, way);
  } catch {
    // Storage is forbidden.
  }
  for (const listener of listeners) listener();
}

/** The way that the reader chose last; in the page while it is built. */
export function usePracticePlace(): PracticePlace {
  return useSyncExternalStore(subscribe, get, () => 'here');
}

function get(): PracticePlace {
  if (chosen) return chosen;
  try {
    return localStorage.getItem(KEY) === 'own' ? 'own' : 'here';
  } catch {
    return 'here';
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
