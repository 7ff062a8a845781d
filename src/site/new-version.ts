let take: (() => void) | undefined;
const listeners = new Set<() => void>();

/** A version of the site that was deployed after the page was opened. */
export const versionNotice = {
  /** Begins to use it, which loads the page anew; undefined while there is none. */
  get: () => take,
  offer: (takeOver: () => void): void => {
    take = takeOver;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
