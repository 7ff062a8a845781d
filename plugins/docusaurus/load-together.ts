import { setTimeout } from 'node:timers/promises';

/** Milliseconds in which the events of one save come. */
const PAUSE = 20;

/**
 * Makes loads that the development server asks for at once one load: an editor empties a file and then fills it, and
 * Docusaurus would read all pages for each of the two.
 */
export function loadTogether<T>(load: () => T | Promise<T>): () => Promise<T> {
  if (process.env.NODE_ENV === 'production') return async () => load();
  let waiting: Promise<T> | undefined;
  return () => {
    waiting ??= setTimeout(PAUSE).then(() => {
      waiting = undefined;
      return load();
    });
    return waiting;
  };
}
