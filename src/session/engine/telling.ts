/** Collects output as it comes, and tells it on, a part at a time. */
export interface Telling {
  /** From now on tells this listener; nobody without one. */
  begin(tell: ((text: string) => void) | undefined): void;
  hear(text: string): void;
}

/** A message for each line of a long loop would keep the page from drawing any. */
const PAUSE_MS = 100;

/** @param now this machine's time in ms, from any beginning */
export function createTelling(now: () => number): Telling {
  let tell: ((text: string) => void) | undefined;
  let waiting = '';
  let last = 0;
  return {
    begin: (next) => {
      tell = next;
      waiting = '';
      last = now();
    },
    hear: (text) => {
      if (!tell) return;
      waiting += text;
      if (now() - last < PAUSE_MS) return;
      tell(waiting);
      waiting = '';
      last = now();
    },
  };
}
