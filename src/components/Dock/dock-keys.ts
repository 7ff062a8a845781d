import { createPersistedStore } from '../../session/local-storage.ts';

/** Steps that `j` and `k` go to. */
const PLACES = 'article [data-step]:not([data-role=result])';
/** Below the bar at the top, in pixels. */
const TOP = 90;

/**
 * Keys of one letter get in the way of those who speak to their computer (WCAG 2.1.4): the reader may turn them off.
 * The name is none of those that wake up what practises.
 */
export const areKeysAllowed = createPersistedStore('tejun-keys', (found) => found !== false);

/** Goes to the next or the previous step, or runs the one in sight. */
export function pressKey(key: string): void {
  if (!areKeysAllowed.get()) return;
  const places = [...document.querySelectorAll<HTMLElement>(PLACES)];
  const tops = places.map((place) => place.getBoundingClientRect().top);
  switch (key) {
    case 'j':
      go(places[tops.findIndex((top) => top > TOP + 1)]);
      return;
    case 'k':
      go(places[tops.findLastIndex((top) => top < TOP - 1)]);
      return;
    case 'r': {
      const at = tops.findIndex((top) => top > TOP - 40 && top < innerHeight - 80);
      places[at]?.querySelector<HTMLButtonElement>('[data-step-run] button')?.click();
    }
  }
}

function go(place: HTMLElement | undefined): void {
  if (!place) return;
  scrollTo({ top: scrollY + place.getBoundingClientRect().top - TOP, behavior: 'instant' });
  place.querySelector<HTMLButtonElement>('[data-step-run] button')?.focus({ preventScroll: true });
}
