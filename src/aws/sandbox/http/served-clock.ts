import { type Clock, createElapsed } from '../clock/index.ts';

/** The machine's time for signatures, and the account's ahead of it by what has elapsed. */
export interface ServedClock extends Clock {
  /**
   * Lets time pass for the account. Milliseconds, not negative. Resolves in the next whole second of the machine's
   * time, so that what is signed from then on is known to be younger.
   */
  elapse(milliseconds: number): Promise<void>;
  /** By how much the account is ahead, in milliseconds. */
  readonly offset: () => number;
}

export function createServedClock(): ServedClock {
  const elapsed = createElapsed();
  return {
    wall: () => new Date(),
    account: () => new Date(Date.now() + elapsed.total()),
    elapsedSince: elapsed.since,
    elapse: async (milliseconds) => {
      elapsed.add(milliseconds, Date.now());
      await new Promise((resolve) => setTimeout(resolve, 1001 - (Date.now() % 1000)));
    },
    offset: elapsed.total,
  };
}
